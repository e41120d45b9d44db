import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Command } from 'commander';
import { openArchive } from '../../src/archive/open-archive.ts';
import type { Output } from '../../src/cli/output.ts';
import { verb } from '../../src/cli/verb.ts';
import type { CommandContext } from '../../src/discord/commands/command.ts';
import { messagesFor } from '../../src/discord/messages/catalogues.ts';
import { packageRoot } from '../../src/package.ts';
import { componentsScript } from '../preview/components.ts';
import { layoutsOf } from '../preview/measure.ts';
import type { Exchange } from '../preview/message.ts';
import { previewPage } from '../preview/page.ts';
import { article, articles, context, help, question } from '../preview/tour.ts';

export default verb(
  new Command('preview-pictures')
    .description('draw ten replies, for a phone and a desktop, in Chromium')
    .option('--out <folder>', 'where the pictures go', join('docs', 'replies'))
    .option('--browser <command>', 'the browser', 'chromium'),
  run,
);

interface Flags {
  readonly out: string;
  readonly browser: string;
}

/** A made-up river town, which may be shown anywhere. */
const EXAMPLE = join(packageRoot(), 'tools', 'preview', 'example');

const REPLIES: Readonly<Record<string, (context: CommandContext) => Promise<Exchange | undefined>>> = {
  where: (of) => question('where', 'tarmila', of),
  who: (of) => question('who', 'Ilsa Dovrad', of),
  'sources-differ': (of) => question('how-many', 'How many people were killed in Tarmila?', of),
  unsure: (of) => question('ask', 'What does a ticket from Vellin cost?', of),
  greeting: (of) => question('ask', 'hi', of),
  'not-found': (of) => question('who', 'Emmanuel Macron', of),
  context: (of) => context('who', 'Ilsa Dovrat', of),
  article: (of) => article('bridge', of),
  articles: (of) => articles(undefined, of),
  help,
};

const WIDTHS = [360, 720];
/** Below the message, in px. */
const ROOM = 16;

async function run({ out, browser }: Flags, output: Output): Promise<number> {
  const archive = await openArchive({ corpus: EXAMPLE, tell: output.warn });
  const of = { archive, messages: messagesFor('en-US') };
  const script = await componentsScript();
  // A day on which all of it is past, so that the same pictures come of it tomorrow.
  const reading = { locale: 'en-GB', now: new Date('2023-01-01T12:00:00Z') };
  await mkdir(out, { recursive: true });
  for (const [name, make] of Object.entries(REPLIES)) {
    const exchange = await make(of);
    if (!exchange) throw new Error(`the example archive has nothing for "${name}"`);
    for (const width of WIDTHS) {
      const [layout] = await layoutsOf([exchange], reading, { script, width, browser });
      const { height, bottom, broken, over } = layout!;
      const picture = join(out, `${name}-${width}.png`);
      await draw(previewPage([exchange], reading, script), picture, {
        browser,
        width,
        height: bottom + ROOM,
      });
      output.write(`${picture}: ${height} px high, ${broken} broken, ${over} over`);
    }
  }
  return 0;
}

async function draw(
  html: string,
  picture: string,
  { browser, width, height }: { browser: string; width: number; height: number },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ibid-picture-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, html);
    const flags = ['--headless', '--no-sandbox', '--hide-scrollbars', `--window-size=${width},${height}`];
    const scale = '--force-device-scale-factor=2';
    await promisify(execFile)(browser, [...flags, scale, `--screenshot=${picture}`, `file://${page}`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
