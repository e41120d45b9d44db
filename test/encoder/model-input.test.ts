import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Passage } from '../../src/encoder/encoder.ts';
import { pairInput, textInput } from '../../src/encoder/model-input.ts';
import { readTokenizer } from '../../src/encoder/tokenizer.ts';
import { change, copyOf, FIXTURES, faultOf } from './models.ts';

const tokenizer = await readTokenizer(join(FIXTURES, 'cross-encoder', 'tokenizer.json'));
const MARKS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const NAMES = [
  ...MARKS,
  '.',
  ':',
  'query',
  'passage',
  'yes',
  'no',
  'north',
  'east',
  'south',
  'west',
  'river',
];
const words = (count: number, word: string) => Array(count).fill(word).join(' ');

/** A pair in tokens, the two types parted by `|`. */
function pair(question: string, passage: Partial<Passage>, maxTokens = 512): string {
  const { ids, first } = pairInput(tokenizer, question, { title: '', sentence: '', ...passage }, maxTokens);
  const named = ids.map((id) => NAMES[id]!);
  return [named.slice(0, first).join(' '), named.slice(first).join(' ')].join(' | ');
}

test('a passage is its title, its sentence, and the one before', () => {
  expect(pair('Yes or\n\n no', { title: 'River', sentence: ' No   north', before: 'West' })).toBe(
    '[CLS] yes [UNK] no [SEP] | river . no north [SEP] west [SEP]',
  );
  expect(pair('yes', { sentence: 'no' })).toBe('[CLS] yes [SEP] | no [SEP]');
});

test('nothing is padded, and nothing cut before 80 tokens', () => {
  const { ids } = pairInput(tokenizer, words(9, 'no'), { title: '', sentence: words(60, 'yes') }, 512);
  expect(ids.length).toBe(9 + 60 + 3);
});

test('a question is cut to 40 tokens, and the whole to 80 from the end, with its last mark', () => {
  const cut = pair(words(60, 'no'), { sentence: words(30, 'yes'), before: words(30, 'west') });
  expect(cut).toBe(`[CLS] ${words(40, 'no')} [SEP] | ${words(30, 'yes')} [SEP] ${words(6, 'west')} [SEP]`);
});

test('a model that takes less gets less', () => {
  expect(pair(words(9, 'no'), { sentence: words(9, 'yes') }, 8)).toBe('[CLS] no no no no [SEP] | yes [SEP]');
});

test('one text stands between the marks, and is cut to 128 tokens', () => {
  expect(textInput(tokenizer, 'query: north', 512)).toEqual({ ids: [2, 6, 5, 10, 3], first: 5 });
  expect(textInput(tokenizer, words(500, 'no'), 512).ids).toEqual([2, ...Array(126).fill(9), 3]);
});

test('marks are what the tokenizer puts around a pair, also where two stand between', async () => {
  const folder = await copyOf('cross-encoder');
  const path = join(folder, 'tokenizer.json');
  await change(path, { post_processor: { type: 'RobertaProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] } });
  expect((await readTokenizer(path)).marks).toEqual({ start: [2], between: [3, 3], end: [3] });
});

test('a tokenizer that is missing, cut off, or puts no marks is said', async () => {
  const folder = await copyOf('cross-encoder');
  const path = join(folder, 'tokenizer.json');
  await change(path, { post_processor: null });
  expect(await faultOf(readTokenizer(path), folder)).toBe(
    'ModelError: …/tokenizer.json: is damaged, or no tokenizer that Ibid reads: fetch it again (it puts no marks around two texts)',
  );
  await writeFile(path, '{"model": {');
  expect(await faultOf(readTokenizer(path), folder)).toMatch(/^ModelError: …\/tokenizer\.json: is damaged, /);
  await writeFile(path, '{}');
  expect(await faultOf(readTokenizer(path), folder)).toMatch(/^ModelError: …\/tokenizer\.json: is damaged, /);
  expect(await faultOf(readTokenizer(join(folder, 'x.json')), folder)).toBe(
    'ModelError: …/x.json: is missing: fetch the model again',
  );
});
