import { customId } from '../buttons/custom-id.js';
import { footerOf } from './footer.js';
import { renderHelp } from './help.js';
import { escapeMarkdown, isolated, oneLine } from './markdown.js';
import { button, COLOUR, notice, reply, rows } from './reply.js';
import { MAX_LABEL, shortened } from './sizes.js';
/** Renders why nothing was found, with the nearest names as buttons that ask for them. */
export function notFound(answer, view, content) {
    const { messages, ephemeral, userId, request } = view;
    const { reason = 'not-together' } = answer;
    if (reason === 'help')
        return renderHelp(messages);
    if (reason === 'follow-up')
        return notice(messages.followUp);
    const names = nameButtons(answer, messages);
    if (reason === 'greeting')
        return greeting(names, messages);
    const description = [
        escapeMarkdown(reasonOf(answer, reason, messages)),
        ...(Object.keys(request.filter).length > 0 ? [messages.notFound.filtered] : []),
        ...(names.length > 0 ? [messages.notFound.nearest] : []),
    ].join('\n');
    const title = messages.notFound.title;
    const deleteId = ephemeral ? undefined : customId('delete', userId);
    return reply({
        content,
        embeds: [{ color: COLOUR, title, description, footer: { text: footerOf(answer, messages).join(' · ') } }],
        components: rows(names, deleteId === undefined ? [] : [button(messages.buttons.delete, deleteId)]),
        ephemeral,
    });
}
/** The nearest names as buttons that ask for them. */
export function nameButtons({ nearest, question }, { notFound }) {
    return nearest.flatMap(({ name: spelling, sentences }) => {
        const name = oneLine(spelling);
        const id = customId('name', question.kind, name);
        const label = `${isolated(name)} — ${notFound.sentences(sentences)}`;
        return id === undefined ? [] : [button(shortened(label, MAX_LABEL), id)];
    });
}
function greeting(names, { greeting: words }) {
    const description = [words.text, ...(names.length > 0 ? [words.examples] : [])].join('\n');
    const embeds = [{ color: COLOUR, title: words.title, description }];
    return reply({ embeds, components: rows(names), ephemeral: true });
}
/** That no article mentions some names of the question. */
export function unmentioned({ question }, { notFound }) {
    const missing = question.names
        .filter(({ match }) => match === 'none')
        .map(({ typed }) => `“${isolated(oneLine(typed))}”`);
    return notFound.notMentioned(shortened(missing.join(', '), 300));
}
function reasonOf(answer, reason, messages) {
    const { question, occurrences } = answer;
    const { notFound } = messages;
    switch (reason) {
        case 'no-word':
            return notFound.noWord(isolated(shortened(oneLine(question.text), 300)));
        case 'not-mentioned':
            return unmentioned(answer, messages);
        case 'none-known':
            return notFound.noneKnown;
        case 'not-together':
            return notTogether(occurrences, notFound);
        case 'no-such-words':
            return notFound.noSuchWords;
        case 'no-sources':
            return notFound.noSources;
    }
}
/** Words of a question are people's own, and shown by their beginning where they are endless. */
const WORD = 60;
function notTogether({ words, together } = NONE, notFound) {
    const typed = (word) => `“${isolated(shortened(oneLine(word), WORD))}”`;
    if (together > 0) {
        return notFound.noClearAnswer(words.map(({ word }) => typed(word)).join(', '), notFound.sentences(together));
    }
    const counted = words.map(({ word, sentences }) => `${typed(word)} (${notFound.sentences(sentences)})`);
    return notFound.notTogether(counted.join(', '));
}
const NONE = { words: [], together: 0 };
