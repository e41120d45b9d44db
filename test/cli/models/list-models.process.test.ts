import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Files, folderOf } from '../../ingest/folder.ts';
import { FILES } from '../../web/hub/hub-site.ts';
import { complaintOf, modelsWorld } from './models.ts';

/** A model in the folder of models, as it would be fetched. */
function placed(name: string, files: Files = FILES): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [`models/${name}/${path}`, content]),
  );
}

test('each model has a line: its kind, its languages, its size, and where it is from', async () => {
  const world = await modelsWorld({}, { ...placed('by-hand'), 'models/notes.txt': '', 'models/empty/x': '' });
  await world.model('get', 'english');
  expect(await world.model('list')).toEqual({
    code: 0,
    text: [
      'all-MiniLM-L6-v2  bi-encoder  en  0.3 MB  from sentence-transformers/all-MiniLM-L6-v2 at c9745ed, licence: apache-2.0',
      'by-hand  bi-encoder  en  1.4 MB  put there by hand',
    ].join('\n'),
  });
});

test('what comes with Ibid is listed first, stays, and what is in use is marked', async () => {
  const shipped = Object.fromEntries(
    Object.entries(FILES).map(([path, content]) => [`shipped/own/${path}`, content]),
  );
  const world = await modelsWorld({}, { ...placed('a'), ...shipped });
  vi.stubEnv('IBID_MODEL', 'a');
  expect((await world.model('list')).text).toBe(
    [
      'own  bi-encoder  en  1.4 MB  comes with Ibid',
      'a  bi-encoder  en  1.4 MB  put there by hand  in use',
    ].join('\n'),
  );
  expect(await complaintOf(world, 'remove', 'own')).toBe('own comes with Ibid, and stays');
});

test('one that cannot be used has its reason, and the exit code is 1', async () => {
  const { 'tokenizer.json': _, ...files } = FILES;
  const world = await modelsWorld({}, placed('broken', files));
  expect(await world.model('list')).toEqual({
    code: 1,
    text: "broken  can't be used: broken/tokenizer.json: is missing: fetch the model again  1.4 MB  put there by hand",
  });
});

test('without any it says how to get one', async () => {
  const world = await modelsWorld();
  expect(await world.model('list')).toEqual({
    code: 0,
    text: 'There is no model: ibid model get english fetches one.',
  });
});

test('a model is removed by its name, or by the one that it was fetched by, with what is left of a download', async () => {
  const world = await modelsWorld({}, placed('a'));
  expect(await world.model('remove', 'a')).toEqual({ code: 0, text: 'a removed: 1.4 MB' });
  await world.model('get', 'english');
  mkdirSync(join(world.models, 'all-MiniLM-L6-v2.part/onnx'), { recursive: true });
  expect((await world.model('remove', 'all-MiniLM-L6-v2')).text).toBe(
    'all-MiniLM-L6-v2 removed: 0.3 MB\nall-MiniLM-L6-v2 removed: 0 MB',
  );
  await world.model('get', 'english');
  expect((await world.model('remove', 'english')).text).toBe('all-MiniLM-L6-v2 removed: 0.3 MB');
  expect(existsSync(join(world.models, 'all-MiniLM-L6-v2'))).toBe(false);
});

test('of a model that is a link, the link is removed', async () => {
  const world = await modelsWorld({}, placed('a'));
  const elsewhere = await folderOf(FILES);
  symlinkSync(elsewhere, join(world.models, 'linked'));
  expect((await world.model('remove', 'linked')).code).toBe(0);
  expect(existsSync(join(world.models, 'linked'))).toBe(false);
  expect(existsSync(join(elsewhere, 'config.json'))).toBe(true);
});

test.each(['..', '.', '', 'notes.txt', 'empty', '../models/a', '/'])(
  '"%s" is no model, and nothing is removed',
  async (name) => {
    const world = await modelsWorld(
      {},
      { ...placed('a'), 'models/notes.txt': '', 'models/empty/x': '', 'config.json': '' },
    );
    expect(await complaintOf(world, 'remove', name)).toBe(
      `there is no model "${name}" in MODELS: it holds a`,
    );
    expect(existsSync(join(world.models, 'a'))).toBe(true);
    expect(existsSync(join(world.models, 'notes.txt'))).toBe(true);
  },
);
