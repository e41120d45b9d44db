import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Output } from '../../src/cli/output.ts';
import { CORPUS, verb } from '../../src/cli/verb.ts';
import { questionOf } from '../../src/cli/verbs/ask.ts';
import { readConfig } from '../../src/config.ts';
import type { CommandContext } from '../../src/discord/commands/command.ts';
import { CATALOGUES, messagesFor } from '../../src/discord/messages/catalogues.ts';
import { UsageError } from '../../src/usage-error.ts';
import { componentsScript } from '../preview/components.ts';
import type { Exchange } from '../preview/message.ts';
import { previewPage } from '../preview/page.ts';
import { adding, article, articles, context, help, question, status, tour } from '../preview/tour.ts';

export default verb(
  new Command('preview')
    .description('show replies as Discord would, in one HTML file; no words: a tour')
    .argument(
      '[words...]',
      'a verb (as for ask; or quote articles article status help, context and a question, or add and a file) and words, or a question',
    )
    .option('--out <file>', 'the file to write (default: ibid-preview.html)')
    .option('--locale <code>', "the reader's language, by Discord's code: de, fr, es-ES, pt-BR, ru, tr, uk")
    .option(...CORPUS),
  run,
);

export interface PreviewFlags {
  readonly corpus?: string;
  readonly out?: string;
  readonly locale?: string;
}

/** `ibid preview where X`: the reply as Discord shows it, in an HTML file; no words: a tour of the archive. */
export async function run(words: readonly string[], flags: PreviewFlags, output: Output): Promise<number> {
  const locale = localeOf(flags.locale ?? 'en-US');
  const exchanges = exchangesFor(words);
  const archive = await openArchive({ ...readConfig(flags), tell: output.warn });
  const context = { archive, messages: messagesFor(locale) };
  // A running bot has answered before: the time that the first answer takes is not what its readers see.
  if (words.length > 0) await exchanges(context);
  const shown = await exchanges(context);
  const path = resolve(flags.out ?? 'ibid-preview.html');
  await writeFile(path, previewPage(shown, { locale, now: new Date() }, await componentsScript()));
  output.write(path);
  return 0;
}

/** What the words ask for; wrong use shows before anything is read. */
function exchangesFor(words: readonly string[]): (context: CommandContext) => Promise<Exchange[]> {
  const [verb, ...others] = words;
  const text = others.join(' ').trim();
  switch (verb?.replace(/^\//, '')) {
    case undefined:
      return tour;
    case 'help':
      return async (context) => [await help(context)];
    case 'status':
      return async (context) => [await status(context)];
    case 'articles':
      return async (context) => [await articles(text || undefined, context)];
    case 'article':
      if (text === '') throw new UsageError('article needs an id or a title');
      return async (context) => shownOr(await article(text, context), `no article "${text}"`);
    case 'context': {
      const cited = questionOf(others);
      return async (command) =>
        shownOr(await context(cited.kind, cited.text, command), 'nothing is found, so there is no context');
    }
    case 'add':
      if (text === '') throw new UsageError('add needs the path of a file');
      return async (context) => [await adding(text, context)];
    case 'quote':
      if (text === '') throw new UsageError('quote needs the exact words');
      return async (context) => [await question('quote', text, context)];
    default: {
      const asked = questionOf(words);
      return async (context) => [await question(asked.kind, asked.text, context)];
    }
  }
}

function shownOr(exchange: Exchange | undefined, why: string): Exchange[] {
  if (!exchange) throw new UsageError(why);
  return [exchange];
}

function localeOf(locale: string): string {
  if (Object.hasOwn(CATALOGUES, locale)) return locale;
  throw new UsageError(`--locale: no "${locale}"; there is ${Object.keys(CATALOGUES).join(', ')}`);
}
