import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { completer, prompt, typedOf } from '../../../src/cli/terminal/prompt.ts';

test('a slash and a verb as in Discord', () => {
  expect(typedOf("/where Ma'asaran")).toEqual({ kind: 'where', text: "Ma'asaran" });
  expect(typedOf('  /How-Many  civilians fled ')).toEqual({ kind: 'how-many', text: 'civilians fled' });
});

test('a line without a slash is a question in its own words', () => {
  expect(typedOf('Where is Idlib?')).toEqual({ kind: 'ask', text: 'Where is Idlib?' });
});

test('a verb without words, or an unknown one, is a problem', () => {
  expect(typedOf('/where')).toEqual({ problem: 'where needs words to look for, for example: where Idlib' });
  expect(typedOf('/weather Idlib')).toEqual({
    problem: expect.stringContaining('/weather is not a question: /who '),
  });
});

test('an empty line is nothing', () => {
  expect(typedOf('  \t')).toBe('nothing');
});

test('Tab completes the verbs', () => {
  expect(completer('/wh')[0]).toEqual(['/who ', '/what ', '/where ', '/when ', '/why ']);
  expect(completer('/q')[0]).toEqual(['/quit ']);
  expect(completer('Who')[0]).toEqual([]);
});

/** What a session of these lines does, in order. */
async function session(lines: readonly string[]): Promise<string[]> {
  const log: string[] = [];
  await prompt(
    { input: Readable.from(lines.map((line) => `${line}\n`)) },
    {
      async ask(kind, text) {
        if (text === 'break') throw new Error('broken');
        log.push(`${kind}: ${text}`);
      },
      tell: (line) => log.push(line.slice(0, 6)),
      failed: (error) => log.push(`failed: ${(error as Error).message}`),
    },
  );
  return log;
}

test('one bad question does not end the session', async () => {
  expect(await session(['/who a', '/break', 'break', '', '/help', 'b'])).toEqual([
    'who: a',
    expect.stringContaining('failed: /break is not a question'),
    'failed: broken',
    'A verb',
    'ask: b',
  ]);
});

test('/quit ends it', async () => {
  expect(await session(['a', '/quit', 'b'])).toEqual(['ask: a']);
});
