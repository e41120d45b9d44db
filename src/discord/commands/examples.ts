import type { Archive } from '../../archive/archive.ts';
import type { NameType, QuestionKind } from '../../model/query.ts';
import type { Example } from '../render/help.ts';
import { oneLine } from '../render/markdown.ts';

/** Kinds of questions with what they are asked about. */
const KINDS: readonly (readonly [QuestionKind, readonly NameType[]])[] = [
  ['where', ['place']],
  ['who', ['person', 'organisation']],
  ['what', ['organisation', 'place', 'person', 'other']],
];
/** Of each kind, the names that are tried: most are answered at once. */
const TRIED = 4;

/** Finds a question of each of three kinds that the archive answers, about the names that it mentions most; fewer where it is small. */
export async function examplesOf(archive: Archive): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [kind, types] of KINDS) {
    const taken = examples.map(({ name }) => name);
    const names = (await archive.suggest('', TRIED + taken.length, kind)).map(({ name }) => oneLine(name));
    let other: Example | undefined;
    for (const name of names.filter((one) => !taken.includes(one)).slice(0, TRIED)) {
      const { status, question } = await archive.ask(kind, name, { limit: 1 });
      if (status !== 'found') continue;
      const isAbout = types.includes(question.subject?.type ?? 'other');
      if (isAbout || !other) other = { kind, name };
      if (isAbout) break;
    }
    if (other) examples.push(other);
  }
  return examples;
}
