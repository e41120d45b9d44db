import { Command } from 'commander';
import type { Archive, AskOptions } from '../../archive/archive.ts';
import { openArchive } from '../../archive/open-archive.ts';
import { readConfig, wantsColour } from '../../config.ts';
import { encoderOf, foldersInUse } from '../../encoder/models-in-use.ts';
import { environment } from '../../environment.ts';
import type { QuestionKind } from '../../model/query.ts';
import type { ArchiveStatus } from '../../model/status.ts';
import { UsageError } from '../../usage-error.ts';
import type { Output } from '../output.ts';
import { renderAnswer } from '../terminal/answer.ts';
import { answerJson } from '../terminal/answer-json.ts';
import { counted } from '../terminal/counted.ts';
import { oneLine } from '../terminal/error.ts';
import { kindOf, missingWords, prompt } from '../terminal/prompt.ts';
import { CORPUS, positive, verb } from '../verb.ts';

export default verb(
  new Command('ask')
    .description('ask the archive; no words: a prompt')
    .argument('[words...]', 'a verb (who what where when why how-many ask) and words, or a question')
    .option('--json', 'one JSON object an answer')
    .option('--explain', "show each sentence's signals")
    .option('--limit <n>', 'sentences shown at most', positive)
    .option(...CORPUS),
  run,
);

export interface AskFlags {
  readonly json?: boolean;
  readonly explain?: boolean;
  readonly limit?: number;
  readonly corpus?: string;
}

/** `ibid ask where X`, `ibid ask "Where is X?"`, and the prompt when there are no words at all. */
export async function run(words: readonly string[], flags: AskFlags, output: Output): Promise<number> {
  const question = words.length > 0 ? questionOf(words) : undefined;
  const config = readConfig(flags);
  const encoder = await encoderOf(foldersInUse(config), output.warn);
  // A name alone needs no model: only who stays needs one soon.
  if (!question) encoder?.start();
  const archive = await openArchive({ ...config, tell: output.warn, ...(encoder && { encoder }) });
  const status = await archive.status();
  if (!flags.json) warnOfProblems(status, output);
  const ask = asker(archive, flags, output);
  if (question) return (await ask(question.kind, question.text)) ? 0 : 1;
  await converse(status.articles, flags.json ? ask : spaced(ask, output), output);
  return 0;
}

/** The first word is the kind of question, or else all words are one question. */
export function questionOf(words: readonly string[]): { kind: QuestionKind; text: string } {
  const kind = kindOf(words[0] ?? '');
  const text = words
    .slice(kind ? 1 : 0)
    .join(' ')
    .trim();
  if (text === '') throw new UsageError(missingWords(kind ?? 'ask'));
  return { kind: kind ?? 'ask', text };
}

type Asker = (kind: QuestionKind, text: string) => Promise<boolean>;

/** Answers on the output; says whether something was found. */
function asker(archive: Archive, flags: AskFlags, output: Output): Asker {
  const options: AskOptions = {
    explain: flags.explain ?? false,
    ...(flags.limit !== undefined && { limit: flags.limit }),
  };
  const colour = wantsColour(environment(), process.stdout.isTTY === true);
  return async (kind, text) => {
    const answer = await archive.ask(kind, text, options);
    output.write(flags.json ? answerJson(answer) : renderAnswer(answer, { colour }));
    return answer.status === 'found';
  };
}

/** A blank line after each answer. */
function spaced(ask: Asker, output: Output): Asker {
  return async (kind, text) => {
    const found = await ask(kind, text);
    output.write('');
    return found;
  };
}

async function converse(articles: number, ask: Asker, output: Output): Promise<void> {
  // With `ibid ask --json > file` the prompt belongs on the terminal, not in the file.
  const screen = process.stdin.isTTY
    ? [process.stdout, process.stderr].find(({ isTTY }) => isTTY)
    : undefined;
  if (screen) output.warn(`${counted(articles, 'article')}. /help helps, /quit ends.`);
  await prompt(
    { input: process.stdin, screen },
    { ask, tell: output.warn, failed: (error) => output.warn(oneLine(error)) },
  );
}

function warnOfProblems({ problems }: ArchiveStatus, output: Output): void {
  const files = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path)).size;
  if (files > 0) output.warn(`${counted(files, 'file')} could not be used: see \`ibid status\``);
}
