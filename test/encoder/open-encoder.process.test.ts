import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import type * as Opening from '../../src/encoder/open-encoder.ts';
import { HAS_RUNTIME } from './has-runtime.ts';
import { copyOf, fixture } from './models.ts';

const OPEN_ENCODER = join(dirname(dirname(inject('cli'))), 'encoder/open-encoder.js');
const QUESTION = { text: 'north', language: 'en' };
const PASSAGES = [
  { title: 'Yes', sentence: 'North' },
  { title: '', sentence: 'no west' },
];
const models = [await fixture('cross-encoder'), await fixture('bi-encoder')];

/** A program that does this; what it writes, and how it ended. */
async function run(...lines: readonly string[]) {
  const program = join(await copyOf('cross-encoder'), 'program.mjs');
  const script = `
    import { openEncoder } from ${JSON.stringify(pathToFileURL(OPEN_ENCODER).href)};
    const encoder = openEncoder({ models: ${JSON.stringify(models)}, tell: console.log });
    const ask = () => encoder.score(${JSON.stringify(QUESTION)}, ${JSON.stringify(PASSAGES)});
    ${lines.join('\n')}
  `;
  await writeFile(program, script);
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  return { stdout, stderr, status, signal };
}

const WELL = { stderr: '', status: 0, signal: null };

describe.skipIf(!HAS_RUNTIME)('with onnxruntime-node', () => {
  test('models are loaded and asked in a thread of their own, also many at a time', async () => {
    const { openEncoder } = (await import(OPEN_ENCODER)) as typeof Opening;
    const encoder = openEncoder({ models, tell: expect.unreachable });
    const answers = await Promise.all([1, 2, 3].map(() => encoder.score(QUESTION, PASSAGES)));
    await encoder.close();
    expect(answers).toEqual(
      Array(3).fill([
        { logit: 3, cosine: 1 },
        { logit: -3, cosine: 0 },
      ]),
    );
  });

  test('a fault comes out of the thread as it was told in it, and the other model goes on', async () => {
    const folder = await copyOf('cross-encoder');
    await writeFile(join(folder, 'tokenizer.json'), '{');
    const damaged = { ...models[0]!, folder, tokenizer: join(folder, 'tokenizer.json') };
    const lines: string[] = [];
    const { openEncoder } = (await import(OPEN_ENCODER)) as typeof Opening;
    const encoder = openEncoder({ models: [damaged, models[1]!], tell: (line) => lines.push(line) });
    expect(await encoder.score(QUESTION, PASSAGES)).toEqual([{ cosine: 1 }, { cosine: 0 }]);
    await encoder.close();
    expect(lines).toEqual([
      expect.stringMatching(/tokenizer\.json: is damaged, or no tokenizer that Ibid reads/),
    ]);
    expect(encoder.models.map(({ name }) => name)).toEqual(['bi-encoder']);
  });

  test('a process ends by itself when it has been answered, closed or not', async () => {
    expect(await run('console.log((await ask()).length)')).toEqual({ ...WELL, stdout: '2\n' });
    expect(await run('await ask(); await encoder.close(); console.log("closed")')).toEqual({
      ...WELL,
      stdout: 'closed\n',
    });
  });

  test('a process that is ended while a model is loaded or scores ends well', async () => {
    expect(await run('encoder.start(); setImmediate(() => process.exit(0))')).toEqual({
      ...WELL,
      stdout: '',
    });
    expect(await run('await ask(); ask(); ask(); setImmediate(() => process.exit(0))')).toEqual({
      ...WELL,
      stdout: '',
    });
  });
});
