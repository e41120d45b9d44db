import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Answer, Occurrences, Reason } from '../../model/answer.ts';
import type { QuestionIntent } from '../../model/query.ts';
import { customId } from '../buttons/custom-id.ts';
import type { Messages } from '../messages/messages.ts';
import type { AnswerView } from './answer-view.ts';
import { footerOf } from './footer.ts';
import { renderHelp } from './help.ts';
import { escapeMarkdown, isolated, oneLine } from './markdown.ts';
import { button, COLOUR, notice, type Reply, reply, rows } from './reply.ts';
import { MAX_LABEL, shortened } from './sizes.ts';

/** Renders why nothing was found, with the nearest names as buttons that ask for them. */
export function notFound(answer: Answer, view: AnswerView, content: string): Reply {
  const { messages, ephemeral, userId, request } = view;
  const { reason = 'not-together' } = answer;
  if (reason === 'help') return renderHelp(messages);
  if (reason === 'follow-up') return notice(messages.followUp);
  const names = nameButtons(answer, messages);
  if (reason === 'greeting') return greeting(names, messages);
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
export function nameButtons({ nearest, question }: Answer, { notFound }: Messages): APIButtonComponent[] {
  return nearest.flatMap(({ name: spelling, sentences }) => {
    const name = oneLine(spelling);
    const id = customId('name', question.kind, name);
    const label = `${isolated(name)} — ${notFound.sentences(sentences)}`;
    return id === undefined ? [] : [button(shortened(label, MAX_LABEL), id)];
  });
}

function greeting(names: readonly APIButtonComponent[], { greeting: words }: Messages): Reply {
  const description = [words.text, ...(names.length > 0 ? [words.examples] : [])].join('\n');
  const embeds = [{ color: COLOUR, title: words.title, description }];
  return reply({ embeds, components: rows(names), ephemeral: true });
}

/** That no article mentions some names of the question. */
export function unmentioned({ question }: Answer, { notFound }: Messages): string {
  const missing = question.names
    .filter(({ match }) => match === 'none')
    .map(({ typed }) => `“${isolated(oneLine(typed))}”`);
  return notFound.notMentioned(shortened(missing.join(', '), 300));
}

function reasonOf(answer: Answer, reason: Exclude<Reason, QuestionIntent>, messages: Messages): string {
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

function notTogether({ words, together }: Occurrences = NONE, notFound: Messages['notFound']): string {
  const typed = (word: string) => `“${isolated(shortened(oneLine(word), WORD))}”`;
  if (together > 0) {
    return notFound.noClearAnswer(
      words.map(({ word }) => typed(word)).join(', '),
      notFound.sentences(together),
    );
  }
  const counted = words.map(({ word, sentences }) => `${typed(word)} (${notFound.sentences(sentences)})`);
  return notFound.notTogether(counted.join(', '));
}

const NONE: Occurrences = { words: [], together: 0 };
