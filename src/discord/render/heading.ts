import type { Answer, Citation } from '../../model/answer.ts';
import type { Messages } from '../messages/messages.ts';
import { isolated, oneLine } from './markdown.ts';

/** Returns the heading: what was asked, or of a name or phrase alone what its kind makes of it, spelled as in the archive. */
export function headingOf({ question, citations }: Answer, { headings }: Messages): string {
  const { kind, isKeywordQuery, subject } = question;
  const spelled = subject?.name ?? (isKeywordQuery ? quoted(question.text, citations) : question.text);
  const phrase = shownName(capitalised(spelled));
  if (!isKeywordQuery || kind === 'ask' || kind === 'what' || phrase.includes('?')) return phrase;
  if (kind === 'who' && (subject?.type === 'person' || subject?.type === 'other'))
    return headings.person(shownName(subject.name));
  if (kind === 'where' && (subject?.type === 'place' || subject?.type === 'other'))
    return headings.place(shownName(subject.name));
  return headings[kind](phrase);
}

/** As the first sentence spells it that holds it: "bashar al-assad" is Bashar al-Assad. */
function quoted(phrase: string, citations: readonly Citation[]): string {
  for (const { quote } of citations) {
    const at = quote.toLowerCase().indexOf(phrase.toLowerCase());
    const found = quote.slice(at, at + phrase.length);
    if (at >= 0 && found.toLowerCase() === phrase.toLowerCase()) return found;
  }
  return phrase;
}

/** "barrel bombs" as a heading begins; "al-Dana" and "iPhone" are names that begin as they do. */
function capitalised(phrase: string): string {
  const first = /^\p{Ll}+(?![\p{L}\p{M}'’ʿʾ-])/u.exec(phrase)?.[0];
  return first === undefined || first.length < 2 ? phrase : first[0]!.toUpperCase() + phrase.slice(1);
}

/** A name or a phrase in a line of ours. */
export function shownName(name: string): string {
  return isolated(oneLine(name));
}
