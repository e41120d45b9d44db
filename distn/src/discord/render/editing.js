import { ButtonStyle } from 'discord-api-types/v10';
import { markOf } from '../../index/documents/metadata.js';
import { fingerprint } from '../../text/fingerprint.js';
import { customId } from '../buttons/custom-id.js';
import { factsOf, titleOf } from './articles.js';
import { escapeMarkdown, oneLine, quotation, subtext } from './markdown.js';
import { button, COLOUR, reply, rows } from './reply.js';
import { fits, shortened } from './sizes.js';
/** Renders what was read of a file, and asks whether to add it; `known` of its articles the archive has already. */
export function renderUpload({ first, articles, sentences, problems, extension }, { key, known, userId, messages }) {
    const { editing: words, buttons } = messages;
    const above = [
        ...(articles > 1 ? [words.holdsSeveral(articles)] : []),
        ...(known > 0 ? [words.alreadyThere(known)] : []),
    ];
    const lines = [
        ...above.map(escapeMarkdown),
        ...linesOf(first.article, [...factsOf(first.article, sentences, messages), extension], messages),
    ];
    const embed = embedOf(lines, problemsOf(problems, messages), first.opening, messages);
    return question(words.addTitle, embed, messages, {
        label: buttons.add,
        style: ButtonStyle.Success,
        idOf: (decision) => customId('add', decision, key, userId),
    });
}
/** Renders an article, and asks whether to remove it. */
export function renderRemoval({ article, opening, sentences }, { userId, messages }) {
    const { editing: words, buttons } = messages;
    const facts = [...factsOf(article, sentences, messages), shortened(oneLine(article.path), 200)];
    const embed = embedOf(linesOf(article, facts, messages), [], opening, messages);
    const [key, mark] = [markOf(article.id), fingerprint(article.text, 10)];
    return question(words.removeTitle, embed, messages, {
        label: buttons.remove,
        style: ButtonStyle.Danger,
        idOf: (decision) => customId('remove', decision, key, mark, userId),
    });
}
function question(title, embed, { buttons }, { label, style, idOf }) {
    const decisions = [button(label, idOf('yes'), style), button(buttons.cancel, idOf('no'))];
    const content = `### ${escapeMarkdown(title)}`;
    return reply({ content, embeds: [embed], components: rows(decisions), ephemeral: true });
}
function linesOf(article, facts, messages) {
    const title = escapeMarkdown(titleOf(article, messages, 500));
    return [`**${title}**`, escapeMarkdown(facts.join(' · '))];
}
/** With the first sentence whole, or where it is too long for a message, without; and so with the problems. */
function embedOf(lines, problems, opening, { articles }) {
    const quoted = opening === '' ? [] : [`${escapeMarkdown(articles.opening)}:`, quotation(opening, [])];
    const forms = [[...lines, ...problems, ...quoted], [...lines, ...problems], lines].map((form) => ({
        color: COLOUR,
        description: form.join('\n'),
    }));
    return forms.find((embed) => fits([embed], '')) ?? forms.at(-1);
}
const PROBLEMS_SHOWN = 5;
function problemsOf(problems, { status }) {
    if (problems.length === 0)
        return [];
    const shown = problems
        .slice(0, PROBLEMS_SHOWN)
        .map(({ line, reason }) => subtext(line === undefined ? '' : `${line}: `, shortened(oneLine(reason), 200)));
    const more = problems.length - shown.length;
    return [
        `${escapeMarkdown(status.problems)}:`,
        ...shown,
        ...(more > 0 ? [subtext('', status.more(more))] : []),
    ];
}
