import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelFolders } from '../../../src/cli/models/model-folders.ts';
import { testModels } from '../../../src/cli/models/test-models.ts';
import { TRIAL_QUESTIONS } from '../../../src/cli/models/trial-questions.ts';
import type { Encoder, PassageScores } from '../../../src/encoder/encoder.ts';
import type { EncoderOptions } from '../../../src/encoder/open-encoder.ts';
import { type Files, folderOf } from '../../ingest/folder.ts';
import { FILES } from '../../web/hub/hub-site.ts';

/** What a model says of a sentence; nothing: it can't score. */
type Judge = (sentence: string) => PassageScores | undefined;

/** `ibid model test` with an encoder that scores as it is told. */
async function tried(judge: Judge, { name, files = placed('a') }: { name?: string; files?: Files } = {}) {
  const folder = await folderOf(files);
  const open = ({ models, tell }: EncoderOptions): Encoder => ({
    models,
    start() {},
    async score(_, passages) {
      const scores = passages.flatMap(({ sentence }) => judge(sentence) ?? []);
      if (scores.length === passages.length) return scores;
      tell('encoder: the reason');
      return undefined;
    },
    async close() {},
  });
  const lines: string[] = [];
  const note = (text: string) => void lines.push(text);
  const code = await testModels(foldersIn(folder), name, { write: note, warn: note }, open);
  return { code, lines };
}

function foldersIn(folder: string): ModelFolders {
  return { fetched: join(folder, 'models'), shipped: join(folder, 'shipped'), inUse: [] };
}

function placed(name: string, files: Files = FILES): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`models/${name}/${path}`, content]),
  );
}

const isRight = (sentence: string) => TRIAL_QUESTIONS.some(({ right }) => right === sentence);

test.each(['logit', 'cosine'])('a model that puts right sentences first works, by its %s', async (kind) => {
  const { code, lines } = await tried((sentence) => ({ [kind]: isRight(sentence) ? 0.9 : 0.1 }));
  expect(lines.join()).toMatch(
    /^a: works: to 4 questions the right sentence comes first, loaded in \d+\.\d s, \d+\.\d ms of CPU time a sentence, -?\d+ MB of memory$/u,
  );
  expect(code).toBe(0);
});

test('one for other languages is tried in those', async () => {
  const files = placed('a', { ...FILES, 'README.md': '---\nlanguage: [ru, de]\n---\n' });
  const { lines } = await tried((sentence) => ({ cosine: isRight(sentence) ? 0.9 : 0.1 }), { files });
  expect(lines.join()).toContain('works: to 2 questions');
});

test('one for languages that there are no sentences in only has to score', async () => {
  const files = placed('a', { ...FILES, 'README.md': '---\nlanguage: ja\n---\n' });
  const { code, lines } = await tried(() => ({ cosine: 0 }), { files });
  expect(lines.join()).toContain('loads and scores; Ibid has no sentences in its languages to try it with');
  expect(code).toBe(0);
});

test.each([
  ['a wrong sentence first', (sentence: string) => ({ cosine: isRight(sentence) ? 0.1 : 0.9 })],
  ['all alike', () => ({ cosine: 0.5 })],
  ['no numbers', () => ({ cosine: Number.NaN })],
])('one that puts %s does not work', async (_, judge) => {
  const { code, lines } = await tried(judge);
  expect(lines.join()).toContain(
    "a: doesn't work: to 4 of 4 questions the wrong sentence comes first, to “Who is next in line for the throne?”",
  );
  expect(code).toBe(1);
});

test('one that cannot score has the reason', async () => {
  expect(await tried(() => undefined)).toEqual({ code: 1, lines: ["a: can't be used: the reason"] });
});

test('all are tested, or the one that is named', async () => {
  const { 'config.json': _, ...broken } = FILES;
  const files = { ...placed('a'), ...placed('b', broken), ...placed('c.part') };
  const judge: Judge = (sentence) => ({ cosine: isRight(sentence) ? 0.9 : 0.1 });
  const all = await tried(judge, { files });
  expect(all.code).toBe(1);
  expect(all.lines.map((line) => line.replace(/^(\w: [^:]*).*$/u, '$1'))).toEqual([
    'a: works',
    "b: can't be used",
    "c: can't be used",
  ]);
  // Of several the memory of one can't be told.
  expect(all.lines.join()).not.toContain('memory');
  expect((await tried(judge, { files, name: 'a' })).lines).toHaveLength(1);
});

test('where there is none, that is said', async () => {
  await expect(tried(() => undefined, { files: {} })).rejects.toThrow(
    'no model to test: there is none: ibid model get english fetches one',
  );
  await expect(tried(() => undefined, { name: 'x' })).rejects.toThrow('there is no model "x"; there is a');
});

test('weights that are none are found by the runtime, or its absence is', async () => {
  const folder = await folderOf(placed('a'));
  const lines: string[] = [];
  const output = { write: (text: string) => void lines.push(text), warn: () => expect.fail() };
  expect(await testModels(foldersIn(folder), 'a', output)).toBe(1);
  expect(lines.join()).toMatch(/^a: can't be used: .*(?:fetch it again|is not installed)/u);
});
