import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { vectorsFile } from '../../src/data-folder.ts';
import type { Encoder } from '../../src/encoder/encoder.ts';
import { loadModel } from '../../src/encoder/load-model.ts';
import { openOnnx } from '../../src/encoder/onnx.ts';
import { encoderOver } from '../../src/encoder/open-encoder.ts';
import { createScorer, type ScorerTask } from '../../src/encoder/scorer.ts';
import { readVectorProgress } from '../../src/encoder/vector-store.ts';
import { HAS_RUNTIME } from './has-runtime.ts';
import { fixture } from './models.ts';

const biEncoder = await fixture('bi-encoder');
const crossEncoder = await fixture('cross-encoder');
const QUESTION = { text: 'north', language: 'en' };
const passages = (...sentences: string[]) => sentences.map((sentence) => ({ title: '', sentence }));
const START = { kept: 0, past: 0, sentences: 10 };

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'ibid-keeper-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

interface Opened {
  readonly encoder: Encoder;
  readonly keep: (...sentences: string[]) => Promise<boolean>;
  /** How often the model was run since the last look. */
  readonly runs: () => number;
  readonly asked: ScorerTask[];
  readonly lines: string[];
}

/** An encoder in this thread, with a bi-encoder that counts its runs. `before`: what comes before each task. */
function opened(vectorsIn: string, before: (task: ScorerTask) => unknown = () => {}): Opened {
  let count = 0;
  const [asked, lines]: [ScorerTask[], string[]] = [[], []];
  const scorer = createScorer((model, options) =>
    loadModel(model, {
      ...options,
      async open(path) {
        const onnx = await openOnnx(path);
        const run: typeof onnx.run = (text, output) => {
          count += 1;
          return onnx.run(text, output);
        };
        return { ...onnx, run };
      },
    }),
  );
  const worker = {
    start() {},
    async call(task: ScorerTask) {
      asked.push(task);
      await before(task);
      const scored = await scorer.handle(task);
      if ('load' in task) count = 0;
      return scored;
    },
    async close() {},
  };
  const encoder = encoderOver(worker, {
    models: [biEncoder],
    vectorsIn,
    tell: (line) => lines.push(line.replaceAll(vectorsIn, '…')),
  });
  onTestFinished(() => encoder.close());
  return {
    encoder,
    keep: (...sentences) => encoder.vectors!.keep(biEncoder, passages(...sentences), START),
    runs() {
      const since = count;
      count = 0;
      return since;
    },
    asked,
    lines,
  };
}

/** `keep 2`, `load`, `readings`, `close`. */
const shown = (task: ScorerTask) =>
  'keep' in task
    ? `keep ${task.passages.length}`
    : ['load', 'readings', 'prune', 'close'].find((name) => name in task);

test('without a folder for vectors, or without a bi-encoder, none are kept', async () => {
  const worker = { start() {}, call: () => expect.unreachable(), async close() {} };
  const over = (options: object) => encoderOver(worker, { models: [crossEncoder], tell() {}, ...options });
  expect(over({}).vectors).toBeUndefined();
  expect(over({ vectorsIn: await folder() }).vectors!.models).toEqual([]);
});

describe.skipIf(!HAS_RUNTIME)('with onnxruntime-node', () => {
  test('a second encoder over the same file computes only the question', async () => {
    const vectorsIn = await folder();
    const first = opened(vectorsIn);
    expect(await first.keep('north', 'west', 'north', 'east')).toBe(true);
    expect(first.runs()).toBe(3);
    await first.encoder.close();
    const second = opened(vectorsIn);
    const scores = await second.encoder.score(QUESTION, passages('north', 'west', 'east'));
    expect(scores).toEqual([{ cosine: 1 }, { cosine: 0 }, { cosine: 0 }]);
    expect(second.runs()).toBe(1);
    expect(await second.keep('north', 'west', 'east')).toBe(true);
    expect(second.runs()).toBe(0);
    expect(second.lines).toEqual([]);
  });

  test('a sentence that was changed is computed, and no other', async () => {
    const vectorsIn = await folder();
    const { encoder, keep } = opened(vectorsIn);
    await keep('north', 'west');
    await encoder.close();
    const second = opened(vectorsIn);
    await second.keep('north', 'West');
    expect(second.runs()).toBe(1);
  });

  test('what was kept when it was closed half-way is not computed again', async () => {
    const vectorsIn = await folder();
    let closing: Promise<void> | undefined;
    const first = opened(vectorsIn, (task) => {
      if (shown(task) === 'keep 2') closing = first.encoder.close();
    });
    expect(await first.keep('north', 'west', 'east', 'south')).toBe(false);
    await closing;
    expect(first.asked.map(shown)).toEqual(['load', 'keep 4', 'keep 3', 'keep 2', 'close']);
    expect(first.runs()).toBe(3);
    const second = opened(vectorsIn);
    expect(await second.keep('north', 'west', 'east', 'south')).toBe(true);
    expect(second.runs()).toBe(1);
    expect(await readVectorProgress(vectorsFile(vectorsIn, biEncoder.name))).toMatchObject({ kept: 4 });
  });

  test('questions go before what is kept in the background: they wait for one sentence', async () => {
    const scored: Promise<unknown>[] = [];
    const ask = () => scored.push(encoder.score(QUESTION, passages('east')));
    const { encoder, keep, asked } = opened(await folder(), (task) => {
      if (shown(task) === 'keep 3') for (let i = 0; i < 3; i += 1) ask();
    });
    expect(await keep('north', 'west', 'east')).toBe(true);
    await Promise.all(scored);
    expect(asked.map(shown)).toEqual([
      'load',
      'keep 3',
      'readings',
      'readings',
      'readings',
      'keep 2',
      'keep 1',
    ]);
  });

  test('vectors of sentences that are gone are forgotten when all others were met', async () => {
    const vectorsIn = await folder();
    const { encoder, keep } = opened(vectorsIn);
    await keep('north', 'west');
    await encoder.close();
    const second = opened(vectorsIn);
    await second.keep('west');
    expect(await second.encoder.vectors!.keptAll(biEncoder, { kept: 1, past: 1, sentences: 1 })).toBe(true);
    await second.encoder.close();
    const third = opened(vectorsIn);
    await third.keep('north', 'west');
    expect(third.runs()).toBe(1);
  });

  test('a file that can’t be written is told once, and questions are answered without it', async () => {
    const vectorsIn = join(await folder(), 'none');
    await writeFile(vectorsIn, 'a file where there should be a folder');
    const { encoder, keep, lines } = opened(vectorsIn);
    expect(await keep('north', 'west')).toBe(false);
    expect(encoder.vectors!.models).toEqual([]);
    expect(await encoder.score(QUESTION, passages('north'))).toEqual([{ cosine: 1 }]);
    expect(lines).toEqual([
      expect.stringMatching(
        /^encoder: …[\\/]vectors-bi-encoder\.db can't be used \(.+\): vectors are not kept/,
      ),
    ]);
  });

  test('a damaged file is thrown away, and all is computed anew', async () => {
    const vectorsIn = await folder();
    await writeFile(vectorsFile(vectorsIn, biEncoder.name), 'x'.repeat(5_000));
    const { keep, runs, lines } = opened(vectorsIn);
    expect(await keep('north', 'west')).toBe(true);
    expect(runs()).toBe(2);
    expect(lines).toEqual([expect.stringContaining('is damaged: all vectors are computed anew')]);
  });

  test('a model whose weights were replaced makes its vectors anew', async () => {
    const vectorsIn = await folder();
    const { encoder, keep } = opened(vectorsIn);
    await keep('north');
    await encoder.close();
    const otherwise = { ...biEncoder, maxTokens: biEncoder.maxTokens - 1 };
    const asked = encoderOver(
      { start() {}, call: createScorer().handle, async close() {} },
      { models: [otherwise], vectorsIn, tell: expect.unreachable },
    );
    await asked.score(QUESTION, passages('north'));
    await asked.close();
    const path = vectorsFile(vectorsIn, biEncoder.name);
    expect(await readVectorProgress(path)).toEqual({ kept: 0, past: 0, sentences: 0 });
  });
});
