import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadModel } from '../../src/encoder/load-model.ts';
import { readModelFolder } from '../../src/encoder/model-folder.ts';
import { openOnnx } from '../../src/encoder/onnx.ts';
import { HAS_RUNTIME } from './has-runtime.ts';
import { change, copyOf, FIXTURES, type Fixture, faultOf, fixture } from './models.ts';

/** Scores of sentences, each with its title before ` / ` and the sentence before it in brackets. */
async function scored(model: Fixture, question: string, ...sentences: string[]) {
  const { score } = await loadModel(await fixture(model));
  const passages = sentences.map((text) => {
    const [, before, title = '', sentence] = /^(?:\((.*?)\) )?(?:(.*?) \/ )?(.*)$/.exec(text)!;
    return { title, sentence: sentence!, ...(before && { before }) };
  });
  const scores = [];
  for (const passage of passages) scores.push(await score(question, passage));
  return scores;
}

/** What is said of a copy of a model when it is loaded, after something was done to it. */
async function check(model: Fixture, damage: (folder: string) => Promise<unknown>, said: RegExp) {
  const folder = await copyOf(model);
  await damage(folder);
  expect(
    await faultOf(
      readModelFolder(folder).then((read) => loadModel(read)),
      folder,
    ),
  ).toMatch(said);
}

describe.skipIf(!HAS_RUNTIME)('with onnxruntime-node', () => {
  test('a cross-encoder reads title, sentence and the one before, and not the question', async () => {
    const sentences = ['yes', 'no no', 'yes / no', '(yes yes) river / no', 'river'];
    expect(await scored('cross-encoder', 'yes yes', ...sentences)).toEqual([
      { logit: 3 },
      { logit: -6 },
      { logit: 0 },
      { logit: 3 },
      { logit: 0 },
    ]);
  });

  test('a bi-encoder compares the question with the sentence', async () => {
    const scores = await scored('bi-encoder', 'River north', 'north', 'north east', 'west', 'south', 'river');
    expect(scores).toEqual([
      { cosine: 1 },
      { cosine: expect.closeTo(Math.SQRT1_2, 6) },
      { cosine: 0 },
      { cosine: -1 },
      { cosine: 0 },
    ]);
  });

  test('a long question and a long sentence are read as far as they go', async () => {
    const long = 'yes '.repeat(10_000);
    expect(await scored('cross-encoder', long, long)).toEqual([{ logit: 3 * (80 - 43) }]);
    expect(await scored('bi-encoder', 'north '.repeat(10_000), 'north '.repeat(10_000))).toEqual([
      { cosine: 1 },
    ]);
  });

  test.each([0.99, 0.5, 0.1, 0])('weights cut off at %f of their length are said', (part) =>
    check(
      'cross-encoder',
      async (folder) => {
        const onnx = join(folder, 'onnx/model_int8.onnx');
        const whole = await readFile(onnx);
        await writeFile(onnx, whole.subarray(0, Math.floor(whole.length * part)));
      },
      /^ModelError: …\/onnx\/model_int8\.onnx: is damaged, or not an ONNX model: fetch it again \(/,
    ),
  );

  test('a model of something else is said', () =>
    check(
      'cross-encoder',
      (folder) => cp(join(FIXTURES, 'image.onnx'), join(folder, 'onnx/model_int8.onnx')),
      /^ModelError: …\/onnx\/model_int8\.onnx: takes pixel_values: an encoder of texts takes input_ids, .*\. Use another model$/,
    ));

  test('a bi-encoder that says to be a cross-encoder is said', () =>
    check(
      'bi-encoder',
      (folder) =>
        change(join(folder, 'config.json'), {
          architectures: ['BertForSequenceClassification'],
          num_labels: 1,
        }),
      /^ModelError: …\/onnx\/model\.onnx: gives last_hidden_state: expected score or logits\. Use another model$/,
    ));

  test('vectors of another length than the configuration says are said', () =>
    check(
      'bi-encoder',
      (folder) => change(join(folder, 'config.json'), { hidden_size: 384 }),
      /^ModelError: …\/onnx\/model\.onnx: gives last_hidden_state as \[1, \d+, 4\]: expected \[1, tokens, 384\], as config\.json says\. Use another model$/,
    ));

  test("a tokenizer of another model's is said", () =>
    check(
      'cross-encoder',
      (folder) => change(join(folder, 'config.json'), { vocab_size: 9 }),
      /^ModelError: …\/tokenizer\.json: has 15 tokens, and the model knows 9: they don't belong together$/,
    ));
});

const MEGABYTE = 1024 * 1024;

test('a model for which there is too little memory is not loaded', async () => {
  const model = await fixture('cross-encoder');
  const large = { ...model, bytes: 500 * MEGABYTE };
  expect(await faultOf(loadModel(large, { available: 900 * MEGABYTE }), model.folder)).toMatch(
    /^ModelError: …\/onnx\/model_int8\.onnx: needs about \d+ MB of memory, and 900 MB are free: use a smaller model, or give Ibid more$/,
  );
});

/** What is said where the package can't be imported. */
function without(error: Error): Promise<string> {
  const importing = () => Promise.reject(error);
  return faultOf(openOnnx(join(FIXTURES, 'cross-encoder/onnx/model_int8.onnx'), importing), FIXTURES);
}

test('a runtime that is not installed, or has no binary for this system, is said', async () => {
  const missing = Object.assign(new Error("Cannot find package 'onnxruntime-node' imported from onnx.js"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
  expect(await without(missing)).toBe('ModelError: onnxruntime-node: is not installed: run npm ci');
  const foreign = Object.assign(new Error("Cannot find module '../bin/x.node'\nRequire stack:\n- x"), {
    code: 'MODULE_NOT_FOUND',
  });
  expect(await without(foreign)).toBe(
    `ModelError: onnxruntime-node: does not run on this system (${process.platform}-${process.arch}): Cannot find module '../bin/x.node'`,
  );
});
