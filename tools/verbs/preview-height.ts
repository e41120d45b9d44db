import { Command } from 'commander';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Output } from '../../src/cli/output.ts';
import { CORPUS, positive, verb } from '../../src/cli/verb.ts';
import { readConfig } from '../../src/config.ts';
import { messagesFor } from '../../src/discord/messages/catalogues.ts';
import { CITATIONS_PER_PAGE } from '../../src/discord/render/answer.ts';
import type { QuestionKind } from '../../src/model/query.ts';
import { componentsScript } from '../preview/components.ts';
import { type Layout, layoutsOf } from '../preview/measure.ts';
import type { Exchange } from '../preview/message.ts';
import { question } from '../preview/tour.ts';

export default verb(
  new Command('preview-height')
    .description('how high answers of three citations are on a phone, laid out in Chromium')
    .option('--width <px>', 'of the screen', positive, 360)
    .option('--names <count>', 'how many of the most mentioned names are asked about', positive, 30)
    .option('--locale <code>', "the reader's language, by Discord's code", 'en-US')
    .option('--browser <command>', 'the browser', 'chromium')
    .option(...CORPUS),
  run,
);

interface Flags {
  readonly width: number;
  readonly names: number;
  readonly locale: string;
  readonly browser: string;
  readonly corpus?: string;
}

/** An answer is to fit 1.3 of these screens, in px. */
const SCREEN = 640;
const KINDS: readonly QuestionKind[] = ['who', 'what', 'where', 'when'];

async function run(flags: Flags, output: Output): Promise<number> {
  const archive = await openArchive({ ...readConfig(flags), tell: output.warn });
  const answers = await answersOf(archive, flags);
  if (answers.length === 0) {
    output.warn('no answer of three citations');
    return 1;
  }
  const reading = { locale: flags.locale, now: new Date() };
  const layouts = await layoutsOf(answers, reading, { ...flags, script: await componentsScript() });
  output.write(summaryOf(layouts, flags.width));
  return 0;
}

/** Whole pages of three citations, found, about the names that the archive mentions most. */
async function answersOf(archive: Archive, { names, locale }: Flags): Promise<Exchange[]> {
  const context = { archive, messages: messagesFor(locale) };
  const answers: Exchange[] = [];
  for (const { name } of await archive.suggest('', names)) {
    for (const kind of KINDS) {
      const { status, citations } = await archive.ask(kind, name, { limit: CITATIONS_PER_PAGE });
      if (status === 'found' && citations.length === CITATIONS_PER_PAGE)
        answers.push(await question(kind, name, context));
    }
  }
  return answers;
}

function summaryOf(layouts: readonly Layout[], width: number): string {
  const sorted = (of: (layout: Layout) => number) => layouts.map(of).sort((a, b) => a - b);
  const heights = sorted(({ height }) => height);
  const whole = sorted(({ withAuthor }) => withAuthor);
  const at = (share: number, of = heights) => of[Math.min(of.length - 1, Math.floor(share * of.length))]!;
  const screens = (px: number) => `${px} px (${(px / SCREEN).toFixed(2)} screens)`;
  const sum = (count: (layout: Layout) => number) => layouts.reduce((all, one) => all + count(one), 0);
  const fitting = heights.filter((height) => height <= 1.3 * SCREEN).length;
  return [
    `${layouts.length} answers of ${CITATIONS_PER_PAGE} citations at ${width} px`,
    `half are at most ${screens(at(0.5))}, nine of ten ${screens(at(0.9))}, all ${screens(at(1))}`,
    `${fitting} fit 1.3 screens of ${SCREEN} px; with the lines of command and author half are at most ${screens(at(0.5, whole))}`,
    `${sum(({ broken }) => broken)} dates or numbers broken, ${sum(({ over }) => over)} things over their container`,
  ].join('\n');
}
