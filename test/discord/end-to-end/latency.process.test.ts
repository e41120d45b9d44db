import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { type Bot, startBot } from './bot.ts';

/**
 * What Discord and its users wait for, by hand, on a quiet machine; it prints, and holds nothing but that all is answered:
 *
 *     IBID_MEASURE=corpus npx vitest run --project processes test/discord/end-to-end/latency
 */
const corpus = process.env.IBID_MEASURE;

const INTERACTIONS = 300;
const KINDS = ['where', 'who', 'what', 'when', 'why', 'how-many', 'ask'] as const;
const OPTIONS = { where: 'name', who: 'name', ask: 'question' } as const;

/** A bot over a copy of the corpus, and the gaps of its gateway thread. */
async function measuredBot(files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ibid-measure-'));
  const archive = join(folder, 'archive');
  cpSync(resolve(corpus!), archive, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(archive, name), text);
  const gaps = join(folder, 'gaps.jsonl');
  writeFileSync(gaps, '');
  const probe = pathToFileURL(join(import.meta.dirname, 'loop-probe.mjs')).href;
  const bot = await startBot({ IBID_CORPUS: archive, LOOP_PROBE: gaps, NODE_OPTIONS: `--import=${probe}` });
  onTestFinished(async () => {
    await bot.leave();
    rmSync(folder, { recursive: true });
  });
  /** The longest gap since then, in ms of the thread's own CPU time. */
  const longestGap = (since: number) =>
    Math.max(
      0,
      ...readFileSync(gaps, 'utf8')
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as { at: number; ms: number }]))
        .filter(({ at }) => at > since)
        .map(({ ms }) => ms),
    );
  return { bot, archive, longestGap };
}

/** What people do: type a beginning, choose, read on. */
async function use({ discord }: Bot, interactions: number): Promise<void> {
  const names = (await discord.user().type('where', { name: '' })).map(({ value }) => String(value));
  for (let i = 0; i < interactions; i++) {
    const user = discord.user();
    const name = names[i % names.length]!;
    const kind = KINDS[i % KINDS.length]!;
    const option = kind in OPTIONS ? OPTIONS[kind as keyof typeof OPTIONS] : 'about';
    await user.type(kind, { [option]: name.slice(0, 1 + (i % 6)) });
    const reply = await user.slash(kind, {
      [option]: i % 3 === 0 ? `what happened in ${name} on Monday` : name,
    });
    if (reply.buttons.some(({ label }) => label === 'More')) await user.press(reply, 'More');
  }
}

test.runIf(corpus)(
  'what is asked, typed and pressed, while a file of 100,000 sentences comes in',
  async () => {
    const { bot, archive, longestGap } = await measuredBot();
    const began = Date.now();
    await use(bot, INTERACTIONS);
    const sentences = Array.from(
      { length: 100_000 },
      (_, i) => `The mason number ${i} closed quarry ${i % 997}.`,
    );
    writeFileSync(join(archive, 'large.txt'), sentences.join(' ').replace(/(.{2000}\.) /g, '$1\n\n'));
    await use(bot, INTERACTIONS);
    const answered = bot.discord.requests.filter(({ route }) => route === 'callback');
    for (const [what, isIt] of Object.entries({
      commands: /^\//,
      suggestions: /^typing/,
      pages: /^button/,
    })) {
      const those = answered.filter(({ interaction = '' }) => isIt.test(interaction));
      console.log(`${what} ${summaryOf(those.map(({ ms }) => ms ?? 0))}`);
    }
    console.log(`longest gap of the gateway thread: ${rounded(longestGap(began))} ms of its own CPU time`);
    expect(answered.length).toBeGreaterThan(2 * INTERACTIONS);
  },
);

test.runIf(corpus)(
  '/help while one question takes seconds, which is deferred, and the bot stops',
  async () => {
    // One paragraph of 9 MB: to compare a question with it takes seconds.
    const words = 'river stone bridge market harbour council mayor road field winter'.split(' ');
    const word = (i: number) => words[(i * 7919) % words.length]!;
    const text = Array.from(
      { length: 380_000 },
      (_, i) => `The ${word(i)} ${word(i * 3 + 1)} ${i % 997}.`,
    ).join(' ');
    const { bot, longestGap } = await measuredBot({ 'long.txt': text });
    const user = bot.discord.user();
    const began = Date.now();
    const slow = user.slash('ask', {
      question: 'Which harbour market council mayor 12 of the winter bridge is it?',
    });
    const helps: number[] = [];
    let isDone = false;
    void slow.finally(() => {
      isDone = true;
    });
    while (!isDone || helps.length < 50) {
      const from = performance.now();
      await bot.discord.user().slash('help');
      helps.push(performance.now() - from);
    }
    const deferral = bot.discord.requests.find(
      ({ body }) => (body as { type?: number } | undefined)?.type === 5,
    );
    console.log(
      `the question took ${Date.now() - began} ms, deferred: ${deferral !== undefined}, after ${deferral?.ms} ms`,
    );
    console.log(`/help meanwhile ${summaryOf(helps)}, gap ${rounded(longestGap(began))} ms of CPU time`);
    void user
      .slash('ask', { question: 'Which stone river council road 13 of the summer field is it?' })
      .catch(() => {});
    const stopping = Date.now();
    const code = await bot.stop();
    console.log(`SIGTERM while another one runs: stopped in ${Date.now() - stopping} ms with ${code}`);
    expect(code).toBe(0);
  },
);

const summaryOf = (ms: readonly number[]) =>
  `${ms.length}: p50 ${rounded(percentile(ms, 0.5))} p99 ${rounded(percentile(ms, 0.99))} max ${rounded(Math.max(...ms))} ms`;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1]!;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;
