import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Exchange } from './message.ts';
import { previewPage } from './page.ts';
import type { Reading } from './reading.ts';

/** How a message is laid out. */
export interface Layout {
  /** Of what the bot sent, in CSS px. */
  readonly height: number;
  /** With the lines of the command and of its author, which are Discord's. */
  readonly withAuthor: number;
  /** Where it ends, from the top of the page. */
  readonly bottom: number;
  /** Dates and paragraph numbers that a line ends within. */
  readonly broken: number;
  /** Things that are wider than what they stand in. */
  readonly over: number;
}

/** Lays messages out in Chromium at a width in px. Throws where the browser can't be run. */
export async function layoutsOf(
  exchanges: readonly Exchange[],
  reading: Reading,
  { script, width, browser }: { readonly script: string; readonly width: number; readonly browser: string },
): Promise<Layout[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ibid-layout-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, previewPage(exchanges, reading, `${script};(${measure})()`));
    // A window is never narrower than 500 px; a frame may be.
    const frame = join(folder, 'frame.html');
    await writeFile(frame, frameOf(width));
    const flags = ['--headless', '--no-sandbox', '--hide-scrollbars', '--window-size=1000,900'];
    const { stdout } = await promisify(execFile)(
      browser,
      [...flags, '--virtual-time-budget=2000', '--dump-dom', `file://${frame}`],
      { maxBuffer: 256 * 1024 * 1024 },
    );
    const title = /<title>layouts (.*?)<\/title>/.exec(stdout)?.[1];
    if (title === undefined) throw new Error(`${browser} laid nothing out`);
    return JSON.parse(title.replaceAll('&quot;', '"')) as Layout[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function frameOf(width: number): string {
  return `<!doctype html><title>nothing</title><iframe src="page.html" style="width: ${width}px; height: 900px; border: 0"></iframe>
<script>addEventListener('message', ({ data }) => { document.title = 'layouts ' + data; });</script>`;
}

/** Runs in the page: it is written into it as text, so it may use nothing from outside. */
const measure = `function () {
  addEventListener('load', () => setTimeout(() => {
    const isBroken = (node) => new Set([...node.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    const numbers = (element) => {
      const found = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index, 0: words } of node.data.matchAll(/\\S+\\u00a0\\d+|\\d+\\.\\u00a0\\S+/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + words.length);
          found.push(range);
        }
      }
      return found;
    };
    const isOver = (element, edge) => element.getBoundingClientRect().right > edge + 0.5;
    const layouts = [...document.querySelectorAll('discord-message')].map((message) => {
      const dates = [...message.querySelectorAll('discord-time'), ...numbers(message)];
      const containers = [...message.querySelectorAll('.container')];
      return {
        height: Math.ceil(message.querySelector('.components').getBoundingClientRect().height),
        withAuthor: Math.ceil(message.getBoundingClientRect().height),
        bottom: Math.ceil(message.getBoundingClientRect().bottom),
        broken: dates.filter(isBroken).length,
        over: containers.flatMap((container) => {
          const edge = container.getBoundingClientRect().right;
          const inside = [...container.querySelectorAll('*')].filter((one) => isOver(one, edge));
          return [...inside, ...(edge > document.documentElement.clientWidth ? [container] : [])];
        }).length,
      };
    });
    parent.postMessage(JSON.stringify(layouts), '*');
  }, 500));
}`;
