import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import type { Scene } from '../discord/command.ts';
import { CATALOGUES, messagesFor } from '../discord/messages/catalogues.ts';
import { componentsScript } from '../discord/preview/components.ts';
import type { Exchange } from '../discord/preview/message.ts';
import { previewPage } from '../discord/preview/page.ts';
import { adding, articles, help, question, status, tour } from '../discord/preview/tour.ts';
import { openArchive } from '../open-archive.ts';
import { WrongUse } from '../wrong-use.ts';
import { questionOf } from './ask.ts';
import type { Output } from './output.ts';

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
  const scene = { archive, messages: messagesFor(locale) };
  // A running bot has answered before: the time that the first answer takes is not what its readers see.
  if (words.length > 0) await exchanges(scene);
  const shown = await exchanges(scene);
  const path = resolve(flags.out ?? 'ibid-preview.html');
  await writeFile(path, previewPage(shown, { locale, now: new Date() }, await componentsScript()));
  output.write(path);
  return 0;
}

/** What the words ask for; wrong use shows before anything is read. */
function exchangesFor(words: readonly string[]): (scene: Scene) => Promise<Exchange[]> {
  const [verb, ...others] = words;
  const text = others.join(' ').trim();
  switch (verb?.replace(/^\//, '')) {
    case undefined:
      return tour;
    case 'help':
      return async (scene) => [help(scene)];
    case 'status':
      return async (scene) => [status(scene)];
    case 'articles':
      return async (scene) => [articles(text || undefined, scene)];
    case 'add':
      if (text === '') throw new WrongUse('add needs the path of a file');
      return async (scene) => [await adding(text, scene)];
    case 'quote':
      if (text === '') throw new WrongUse('quote needs the exact words');
      return async (scene) => [await question('quote', text, scene)];
    default: {
      const asked = questionOf(words);
      return async (scene) => [await question(asked.kind, asked.text, scene)];
    }
  }
}

function localeOf(locale: string): string {
  if (Object.hasOwn(CATALOGUES, locale)) return locale;
  throw new WrongUse(`--locale: no "${locale}"; there is ${Object.keys(CATALOGUES).join(', ')}`);
}
