import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from './bot.ts';

/**
 * From interaction dispatched to first response arrived, by hand, for a quiet machine:
 *
 *     IBID_MEASURE=corpus npx vitest run test/discord/end-to-end/latency
 */
const corpus = process.env.IBID_MEASURE;

const INTERACTIONS = 300;
const KINDS = ['where', 'who', 'what', 'when', 'why', 'how-many', 'ask'] as const;
const OPTIONS = { where: 'name', who: 'name', ask: 'question' } as const;

test.runIf(corpus)('99 of 100 responses arrive within 100 ms', { timeout: 120_000 }, async () => {
  const bot = await startBot({ IBID_CORPUS: resolve(corpus!) });
  onTestFinished(() => bot.leave());
  const { discord } = bot;
  const names = (await discord.user().type('where', { name: '' })).map(({ value }) => String(value));
  for (let i = 0; i < INTERACTIONS; i++) {
    const user = discord.user();
    const name = names[i % names.length]!;
    const kind = KINDS[i % KINDS.length]!;
    const option = kind in OPTIONS ? OPTIONS[kind as keyof typeof OPTIONS] : 'about';
    // What people do: type a beginning, choose, read on.
    await user.type(kind, { [option]: name.slice(0, 1 + (i % 6)) });
    const reply = await user.slash(kind, {
      [option]: i % 3 === 0 ? `what happened in ${name} on Monday` : name,
    });
    if (reply.buttons.some(({ label }) => label === 'More')) await user.press(reply, 'More');
  }
  const answered = discord.requests.filter(({ route }) => route === 'callback');
  const all = answered.map(({ ms }) => ms ?? 0);
  console.log(
    `${corpus}: the first five ${all.slice(0, 5).map(rounded).join(', ')} ms; all ${summaryOf(all)}`,
  );
  for (const [what, isIt] of Object.entries({ commands: /^\//, suggestions: /^typing/, pages: /^button/ })) {
    const those = answered.filter(({ interaction = '' }) => isIt.test(interaction));
    console.log(`${what} ${summaryOf(those.map(({ ms }) => ms ?? 0))}`);
  }
  expect(percentile(all, 0.99)).toBeLessThan(100);
});

const summaryOf = (ms: readonly number[]) =>
  `${ms.length}: p50 ${rounded(percentile(ms, 0.5))} p99 ${rounded(percentile(ms, 0.99))} max ${rounded(Math.max(...ms))} ms`;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1]!;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;
