import type { APIButtonComponent } from 'discord-api-types/v10';
import type { Answer, Occurrences, Reason } from '../../model/answer.ts';
import type { QuestionIntent } from '../../model/query.ts';
import { customId } from '../buttons/custom-id.ts';
import type { Messages } from '../messages/messages.ts';
import type { AnswerView } from './answer-view.ts';
import { escapeMarkdown, isolated, oneLine, subtext } from './markdown.ts';
import { button, notice, type Reply, reply, rows, text } from './reply.ts';
import { MAX_LABEL, shortened } from './sizes.ts';

/**
 * Renders why nothing was found, with the nearest names as buttons that ask for them: for the asker alone. `head` is what was
 * asked. What asks nothing is answered by `askArchive`.
 */
export function notFound(answer: Answer, { messages, request }: AnswerView, head: string): Reply {
  const { reason = 'not-together' } = answer;
  if (reason === 'follow-up' || reason === 'greeting' || reason === 'help') return notice(messages.followUp);
  const names = nameButtons(answer, messages);
  const isFiltered = Object.keys(request.filter).length > 0;
  const lines = [
    `**${messages.notFound.title}**`,
    escapeMarkdown(reasonOf(answer, reason, messages)),
    ...(isFiltered ? [messages.notFound.filtered] : []),
    ...(isFiltered ? [] : [subtext('', messages.answer.searched(answer.articles))]),
    ...(names.length > 0 ? [messages.notFound.nearest] : []),
  ];
  return reply([text(head), text(...lines), ...rows(names)], true);
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
