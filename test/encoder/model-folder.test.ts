import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModelFolder } from '../../src/encoder/model-folder.ts';
import { change, copyOf, FIXTURES, type Fixture, faultOf, fixture } from './models.ts';

test('a cross-encoder says its languages, its size and where its files are', async () => {
  const folder = join(FIXTURES, 'cross-encoder');
  expect(await fixture('cross-encoder')).toEqual({
    name: 'cross-encoder',
    folder,
    kind: 'cross-encoder',
    languages: ['en'],
    onnx: join(folder, 'onnx', 'model_int8.onnx'),
    tokenizer: join(folder, 'tokenizer.json'),
    bytes: expect.any(Number),
    vocabularySize: 15,
    hiddenSize: 4,
    maxTokens: 512,
  });
});

test('a bi-encoder says its pooling and prefixes, and a multilingual one is for any language', async () => {
  expect(await fixture('bi-encoder')).toMatchObject({
    kind: 'bi-encoder',
    languages: 'any',
    embedding: { pooling: 'mean', questionPrefix: 'query: ', passagePrefix: 'passage: ' },
  });
});

/** A bi-encoder that says nothing of itself but its name. */
async function named(name: string, fields: object = {}): Promise<string> {
  const folder = await copyOf('bi-encoder', name);
  await rm(join(folder, '1_Pooling'), { recursive: true });
  await rm(join(folder, 'config_sentence_transformers.json'));
  await change(join(folder, 'config.json'), { language: undefined, ...fields });
  return folder;
}

test.each([
  ['multilingual-e5-small', 'any', 'query: '],
  ['e5-small-v2', ['en'], 'query: '],
  ['all-MiniLM-L6-v2', ['en'], ''],
  ['paraphrase-multilingual-MiniLM-L12-v2', 'any', ''],
])('%s is known by its name', async (name, languages, questionPrefix) => {
  const known = { languages, embedding: { pooling: 'mean', questionPrefix } };
  expect(await readModelFolder(await named(name))).toMatchObject(known);
  const renamed = await named('mine', { _name_or_path: `someone/${name}` });
  expect(await readModelFolder(renamed)).toMatchObject(known);
});

test('languages also come from the card', async () => {
  const folder = await named('e5-small');
  await writeFile(join(folder, 'README.md'), '---\nlicense: mit\nlanguage:\n- de\n- fr\n---\n# A model\n');
  expect((await readModelFolder(folder)).languages).toEqual(['de', 'fr']);
});

test('a shorter limit of sentence-transformers counts', async () => {
  const folder = await copyOf('bi-encoder');
  await writeFile(join(folder, 'sentence_bert_config.json'), '{"max_seq_length": 128}');
  expect((await readModelFolder(folder)).maxTokens).toBe(128);
});

/** Of these files in `onnx/`, the one that is used. */
async function chosen(...names: string[]): Promise<string> {
  const folder = await copyOf('cross-encoder');
  await rm(join(folder, 'onnx'), { recursive: true });
  await mkdir(join(folder, 'onnx'));
  for (const name of names) await writeFile(join(folder, 'onnx', name), '');
  return readModelFolder(folder).then(
    ({ onnx }) => onnx.slice(join(folder, 'onnx').length + 1),
    ({ message }: Error) => message.replace(folder, '…'),
  );
}

test('of several files that for a CPU is used', async () => {
  expect(await chosen('model.onnx', 'model_fp16.onnx', 'model_int8.onnx')).toBe('model_int8.onnx');
  expect(await chosen('model.onnx', 'model_quantized.onnx', 'model_q4.onnx')).toBe('model_quantized.onnx');
  expect(await chosen('model.onnx', 'model_O4.onnx')).toBe('model.onnx');
  expect(await chosen('model_fp16.onnx')).toBe('model_fp16.onnx');
  expect(await chosen('model_O1.onnx', 'model_O2.onnx')).toBe(
    '…/onnx: holds model_O1.onnx, model_O2.onnx: leave one, or name it model.onnx',
  );
});

/** What is said of a copy after something was done to it. */
async function check(model: Fixture, damage: (folder: string) => Promise<unknown>, said: string) {
  const folder = await copyOf(model);
  await damage(folder);
  expect(await faultOf(readModelFolder(folder), folder)).toBe(`ModelError: ${said}`);
}

const config = (fields: object) => (folder: string) => change(join(folder, 'config.json'), fields);

test.each<[what: string, Fixture, (folder: string) => Promise<unknown>, said: string]>([
  [
    'a folder that is not there',
    'cross-encoder',
    (folder) => rm(folder, { recursive: true }),
    "…: no such folder, or it can't be read: name one with a model",
  ],
  [
    'half of a file',
    'cross-encoder',
    (folder) => rename(join(folder, 'onnx/model_int8.onnx'), join(folder, 'onnx/model_int8.onnx.part')),
    '…/onnx/model_int8.onnx.part: is half downloaded: fetch the model again',
  ],
  [
    'no weights',
    'cross-encoder',
    (folder) => rm(join(folder, 'onnx'), { recursive: true }),
    '…/onnx/model.onnx: is missing: fetch the model again',
  ],
  [
    'no tokenizer',
    'cross-encoder',
    (folder) => rm(join(folder, 'tokenizer.json')),
    '…/tokenizer.json: is missing: fetch the model again',
  ],
  [
    'no configuration',
    'cross-encoder',
    (folder) => rm(join(folder, 'config.json')),
    '…/config.json: is missing: fetch the model again',
  ],
  [
    'a configuration of something else',
    'cross-encoder',
    config({ hidden_size: 'large' }),
    '…/config.json: is not as expected of a text encoder: look at hidden_size',
  ],
  [
    'a classifier',
    'cross-encoder',
    config({ num_labels: 3 }),
    '…/config.json: says 3 labels: a cross-encoder has one score (num_labels 1)',
  ],
  [
    'a generator',
    'bi-encoder',
    config({ architectures: ['T5ForConditionalGeneration'] }),
    '…/config.json: says "T5ForConditionalGeneration": neither a bi-encoder (…Model) nor a cross-encoder (…ForSequenceClassification)',
  ],
  [
    'no languages',
    'cross-encoder',
    config({ language: undefined }),
    '…/config.json: doesn\'t say for which languages the model is made: add "language": "en", or ["en", "de"], or "multilingual"',
  ],
  [
    'no pooling',
    'bi-encoder',
    (folder) => rm(join(folder, '1_Pooling'), { recursive: true }),
    "…/1_Pooling/config.json: is missing or doesn't say which pooling it needs (mean or cls), and the model is of no family that Ibid knows: see its model card, and write it there",
  ],
  [
    'another pooling',
    'bi-encoder',
    (folder) => writeFile(join(folder, '1_Pooling/config.json'), '{"pooling_mode_max_tokens": true}'),
    '…/1_Pooling/config.json: says pooling_mode_max_tokens: Ibid does mean and cls. Use another model',
  ],
  [
    'no prefixes',
    'bi-encoder',
    (folder) => writeFile(join(folder, 'config_sentence_transformers.json'), '{"__version__": {}}'),
    '…/config_sentence_transformers.json: is missing or doesn\'t say its prefixes ("prompts": {"query": …, "passage": …}; {} for none), and the model is of no family that Ibid knows: see its model card, and write it there',
  ],
  [
    'a layer that the ONNX file does not hold',
    'bi-encoder',
    (folder) => writeFile(join(folder, 'modules.json'), '[{"type": "sentence_transformers.models.Dense"}]'),
    "…/modules.json: names sentence_transformers.models.Dense, which Ibid can't do: use another model",
  ],
])('%s is said', (_what, model, damage, said) => check(model, damage, said));

test('a configuration that is cut off is said', async () => {
  const folder = await copyOf('cross-encoder');
  await writeFile(join(folder, 'config.json'), '{"architectures": [');
  expect(await faultOf(readModelFolder(folder), folder)).toMatch(
    /^ModelError: …\/config\.json: is no JSON, or damaged: fetch the model again \(/,
  );
});
