import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Command } from 'commander';
import type { Output } from '../../src/cli/output.ts';
import { verb } from '../../src/cli/verb.ts';
import type { Citation } from '../../src/model/answer.ts';
import { UsageError } from '../../src/usage-error.ts';
import { reworded } from '../eval/as-typed.ts';
import { isRight } from '../eval/judge.ts';
import { type OpenSet, openSet } from '../eval/open-set.ts';
import type { EvalQuestion } from '../eval/question-set.ts';

export default verb(
  new Command('encoder-data')
    .description('write questions with the candidates that ibid ranks for them, to train the encoder on')
    .requiredOption('--corpus <paths...>', 'the archive of each set')
    .requiredOption('--questions <files...>', 'the questions of each set')
    .requiredOption('--out <file>', 'JSON lines'),
  run,
);

export interface EncoderDataFlags {
  readonly corpus: readonly string[];
  readonly questions: readonly string[];
  readonly out: string;
}

/** Candidates written: what an encoder reorders, and as many again to learn from. */
const CANDIDATES = 16;
/** The right one is written, too, where it is among so many. */
const RANKED = 60;
/** Questions of other sets that each archive is asked. */
const OUTSIDE = 1_500;

/** One question as it is written, or reworded as members would type it, with its candidates, best first. */
interface EncoderExample {
  readonly set: string;
  /** The article that holds the answer; the question's own words where none does. */
  readonly group: string;
  readonly asked: 'answerable' | 'unanswerable' | 'outside';
  readonly reworded: boolean;
  readonly question: string;
  readonly candidates: readonly {
    readonly title: string;
    readonly sentence: string;
    /** The sentence before, where this one leans on it. */
    readonly before?: string;
    readonly right: boolean;
    readonly score: number;
  }[];
}

/**
 * Asks each set's archive the set's questions, once as they are and once reworded, and questions of the other sets. Prints how many
 * examples it has written.
 */
export async function run(flags: EncoderDataFlags, output: Output): Promise<number> {
  if (flags.corpus.length !== flags.questions.length)
    throw new UsageError('as many --corpus as --questions: each file of questions has its archive');
  const sets: OpenSet[] = [];
  for (const [i, questions] of flags.questions.entries())
    sets.push(await openSet({ corpus: flags.corpus[i]!, questions, byWords: true }));
  const file = createWriteStream(flags.out);
  for (const [i, set] of sets.entries()) {
    const name = flags.questions[i]!;
    let written = 0;
    for (const [at, question] of set.questions.entries()) {
      const asked = question.expected.length > 0 ? 'answerable' : 'unanswerable';
      const plain = await write(file, { set, name, asked, question, text: question.text });
      const right = plain.candidates.find((one) => one.right);
      const text = reworded(question.text, right?.title ?? '', at);
      await write(file, { set, name, asked, question, text });
      written += 2;
    }
    const others = sets.filter((_, j) => j !== i).flatMap(({ questions }) => questions);
    const step = Math.max(1, Math.floor(others.length / OUTSIDE));
    for (let at = 0; at < others.length; at += step) {
      const question = others[at]!;
      const text = at % 2 === 0 ? question.text : reworded(question.text, '', at);
      await write(file, { set, name, asked: 'outside', question, text });
      written += 1;
    }
    output.write(`${written} examples of ${name}`);
  }
  file.end();
  await once(file, 'finish');
  return 0;
}

interface Asked {
  readonly set: OpenSet;
  readonly name: string;
  readonly asked: EncoderExample['asked'];
  readonly question: EvalQuestion;
  readonly text: string;
}

async function write(
  file: WriteStream,
  { set, name, asked, question, text }: Asked,
): Promise<EncoderExample> {
  const { ranked } = await set.archive.examine(question.kind, text, RANKED);
  const isOne = (citation: Citation) =>
    asked === 'answerable' && question.expected.some((one) => isRight(citation, one));
  const firstRight = ranked.findIndex(isOne);
  const candidates = ranked.filter((_, i) => i < CANDIDATES || i === firstRight);
  const example: EncoderExample = {
    set: name.split('/').at(-2) ?? name,
    group: question.expected[0]?.article ?? question.text,
    asked,
    reworded: text !== question.text,
    question: text,
    candidates: candidates.map((citation) => ({
      title: citation.untitled ? '' : citation.title,
      sentence: citation.quote,
      ...(citation.leansOn && { before: citation.leansOn.quote }),
      right: isOne(citation),
      score: Number(citation.score.toFixed(4)),
    })),
  };
  if (!file.write(`${JSON.stringify(example)}\n`)) await once(file, 'drain');
  return example;
}
