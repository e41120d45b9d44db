import type { Archive } from '../../archive/archive.ts';
import type { NameType, QuestionKind } from '../../model/query.ts';
import { isArchiveError } from '../archive-error.ts';
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

/** Help is there at once, whatever else the archive has to do: how long it waits for examples, in ms. */
const WAIT_MS = 700;

/**
 * Finds examples for help and greetings; none where the archive can't answer, or not in time. Both are for who does not know what to
 * do, and come without examples rather than late.
 */
export async function examplesInTime(archive: Archive): Promise<Example[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Example[]>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS, []);
  });
  const found = examplesOf(archive).catch((error: unknown): Example[] => {
    if (isArchiveError(error)) return [];
    throw error;
  });
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Finds a question of each of three kinds that the archive answers, about the names that it mentions most; fewer where it is small. */
async function examplesOf(archive: Archive): Promise<Example[]> {
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
