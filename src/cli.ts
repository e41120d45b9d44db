#!/usr/bin/env node
/** `ibid <verb>`: each verb's module is loaded only when it runs, so that `ibid ask` starts fast. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { packageVersion } from './package.ts';
import { oneLine } from './terminal/error.ts';
import type { AskFlags } from './verbs/ask.ts';
import type { BenchFlags } from './verbs/bench.ts';
import type { EvalFlags } from './verbs/eval.ts';
import type { EvalHtmlFlags } from './verbs/eval-html.ts';
import type { EvalNamesFlags } from './verbs/eval-names.ts';
import type { EvalSentencesFlags } from './verbs/eval-sentences.ts';
import type { FeedsFlags } from './verbs/feeds.ts';
import type { FetchFlags } from './verbs/fetch.ts';
import type { IngestFlags } from './verbs/ingest.ts';
import type { Output } from './verbs/output.ts';
import type { PreviewFlags } from './verbs/preview.ts';
import type { RegisterFlags } from './verbs/register.ts';
import type { SentencesFlags } from './verbs/sentences.ts';
import type { StartFlags } from './verbs/start.ts';
import type { StatusFlags } from './verbs/status.ts';
import type { TrainFlags } from './verbs/train.ts';
import { WrongUse } from './wrong-use.ts';

const output: Output = {
  write: (text) => void process.stdout.write(`${text}\n`),
  warn: (text) => void process.stderr.write(`${text}\n`),
};

/** Runs a verb: 0 found, 1 not found or broken, 2 wrong use. */
async function main(words: readonly string[]): Promise<number> {
  let code = 0;
  const program = programOf((result) => {
    code = result;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    return failed(error);
  }
}

function programOf(end: (code: number) => void): Command {
  const program = new Command('ibid')
    .description('Answers questions over an archive of news articles with cited sentences, word for word.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(`ibid: ${text.replace(/^error: /, '').replace(/\n(?=.)/g, ' ')}`),
    });

  program
    .command('ask')
    .description('ask the archive; no words: a prompt')
    .argument('[words...]', 'a verb (who what where when why how-many ask) and words, or a question')
    .option('--json', 'one JSON object an answer')
    .option('--explain', "show each sentence's signals")
    .option('--limit <n>', 'sentences shown at most', positive)
    .option(...CORPUS)
    .action(async (words: string[], flags: AskFlags) =>
      end(await (await import('./verbs/ask.ts')).run(words, flags, output)),
    );

  program
    .command('sentences')
    .description('show the sentences of a file')
    .argument('<file>')
    .option('--json', 'as JSON')
    .action(async (file: string, flags: SentencesFlags) =>
      end(await (await import('./verbs/sentences.ts')).run(file, flags, output)),
    );

  program
    .command('status')
    .description('show what the archive holds')
    .option('--json', 'as JSON')
    .option(...CORPUS)
    .action(async (flags: StatusFlags) => end(await (await import('./verbs/status.ts')).run(flags, output)));

  program
    .command('eval')
    .description('measure answers (JSONL or SQuAD)')
    .requiredOption('--questions <file>', 'the questions with their expected answers')
    .option('--corpus <path>', "the articles; a SQuAD file's own when left out")
    .option('--outside', 'the questions are about other things: silence is the right answer to all')
    .option('--calibration', 'compare confidence with what was right, as a diagram')
    .option('--limit-questions <n>', 'ask only the first n', positive)
    .addOption(new Option('--engine <name>', 'the index behind it').choices(['minisearch', 'segments']))
    .option('--json', 'as one JSON object')
    .action(async (flags: EvalFlags) => end(await (await import('./verbs/eval.ts')).run(flags, output)));

  program
    .command('train')
    .description("learn the ranking's weights from question sets, and print what they are worth")
    .requiredOption('--corpus <paths...>', 'the archive of each set')
    .requiredOption('--questions <files...>', 'the questions of each set')
    .option('--out <folder>', 'write weights.json and confidence.json (src/ranking holds what ibid uses)')
    .option('--ablation', 'what is lost without each signal (takes minutes)')
    .option('--folds <n>', 'folds of articles', positive, 4)
    .option('--seed <n>', 'another division into folds', positive, 1)
    .action(async (flags: TrainFlags) => end(await (await import('./verbs/train.ts')).run(flags, output)));

  program
    .command('eval-sentences')
    .description('measure sentence splitting')
    .argument('<files...>')
    .option('--verbose', 'show each case that is wrong')
    .action(async (files: string[], flags: EvalSentencesFlags) =>
      end(await (await import('./verbs/eval-sentences.ts')).run(files, flags, output)),
    );

  program
    .command('eval-names')
    .description('measure the types of names')
    .argument('<folder>', 'documents.jsonl and entities.jsonl, as re3d has them')
    .option('--verbose', 'show each span that is wrong')
    .action(async (folder: string, flags: EvalNamesFlags) =>
      end(await (await import('./verbs/eval-names.ts')).run(folder, flags, output)),
    );

  program
    .command('eval-html')
    .description('measure what is read of saved web pages')
    .argument('<folder>', 'pages, and ground-truth.json with their articleBody and url')
    .option('--verbose', 'show each page')
    .action(async (folder: string, flags: EvalHtmlFlags) =>
      end(await (await import('./verbs/eval-html.ts')).run(folder, flags, output)),
    );

  program
    .command('ingest')
    .description('read what has changed in the archive, or in these files and folders of it')
    .argument('[paths...]')
    .option('--dry-run', 'say what would change, and keep nothing')
    .option('--json', 'as one JSON object')
    .option(...CORPUS)
    .action(async (paths: string[], flags: IngestFlags) =>
      end(await (await import('./verbs/ingest.ts')).run(paths, flags, output)),
    );

  program
    .command('feeds')
    .description('fetch what is new in the feeds of feeds.txt or IBID_FEEDS')
    .option('--dry-run', 'say what is new, and fetch none of it')
    .option('--json', 'as one JSON object')
    .option(...CORPUS)
    .action(async (flags: FeedsFlags) => end(await (await import('./verbs/feeds.ts')).run(flags, output)));

  program
    .command('fetch')
    .description('fetch articles of the web into the archive')
    .argument('<addresses...>')
    .option('--dry-run', 'show what would be stored, and store nothing')
    .option(...CORPUS)
    .action(async (addresses: string[], flags: FetchFlags) =>
      end(await (await import('./verbs/fetch.ts')).run(addresses, flags, output)),
    );

  program
    .command('bench')
    .description('measure the index beside others')
    .option('--corpus <paths...>', 'the articles to grow an archive from (default: IBID_CORPUS)')
    .option('--questions <files...>', 'ask these (default: words of random sentences)')
    .option('--sentences <n...>', 'how large (default: 10000 100000)', positives)
    .option('--large', 'a million sentences as well (takes minutes, and 8 GB of memory)')
    .option('--only <names...>', 'these indexes; the first is what the others are compared with')
    .option('--seed <n>', 'another archive and other questions', positive, 1)
    .action(async (flags: BenchFlags) => end(await (await import('./verbs/bench.ts')).run(flags, output)));

  program
    .command('start')
    .description('run the Discord bot')
    .option(...CORPUS)
    .action(async (flags: StartFlags) => end(await (await import('./verbs/start.ts')).run(flags, output)));

  program
    .command('register')
    .description('tell Discord the commands now (start does it when they have changed)')
    .option('--clear', 'take them all away')
    .action(async (flags: RegisterFlags) =>
      end(await (await import('./verbs/register.ts')).run(flags, output)),
    );

  program
    .command('preview')
    .description('show replies as Discord would, in one HTML file; no words: a tour')
    .argument('[words...]', 'a verb (as for ask; or quote articles status help) and words, or a question')
    .option('--out <file>', 'the file to write (default: ibid-preview.html)')
    .option('--locale <code>', "the reader's language, by Discord's code: de, fr, es-ES, pt-BR, ru, tr, uk")
    .option(...CORPUS)
    .action(async (words: string[], flags: PreviewFlags) =>
      end(await (await import('./verbs/preview.ts')).run(words, flags, output)),
    );

  return program;
}

const CORPUS = ['--corpus <path>', 'a folder of articles or one file (default: IBID_CORPUS)'] as const;

function positive(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number > 0 && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function positives(text: string, before: readonly number[] = []): number[] {
  return [...before, positive(text)];
}

async function failed(error: unknown): Promise<number> {
  // Commander has already said what is wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUse) {
    for (const line of error.message.split('\n')) output.warn(`ibid: ${oneLine(line)}`);
    return 2;
  }
  output.warn(`ibid: ${oneLine(error)}`);
  const { environment } = await import('./config.ts');
  if (environment().DEBUG === 'ibid' && error instanceof Error) output.warn(error.stack ?? '');
  return 1;
}

/** `ibid … | head -1`: who reads has left, which is no failure. */
function leaveAtClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

process.stdout.on('error', leaveAtClosedPipe);
process.stderr.on('error', leaveAtClosedPipe);
process.exitCode = await main(process.argv.slice(2));
