import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type ModelFolder, readModelFolder } from '../../src/encoder/model-folder.ts';

/** What `tools/train-encoder/make-tiny-models.py` wrote. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/encoder', import.meta.url));

export type Fixture = 'cross-encoder' | 'bi-encoder';

export function fixture(name: Fixture): Promise<ModelFolder> {
  return readModelFolder(join(FIXTURES, name));
}

/** A copy of a model, by any name; it is gone when the test is over. */
export async function copyOf(model: Fixture, name: string = model): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'ibid-model-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  await cp(join(FIXTURES, model), join(parent, name), { recursive: true });
  return join(parent, name);
}

/** Changes fields of a JSON file; `undefined` removes one. */
export async function change(path: string, fields: object): Promise<void> {
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...fields }));
}

/** What it throws, with the folder shown as `…`. */
export async function faultOf(doing: Promise<unknown>, folder: string): Promise<string> {
  const error = await doing.then(
    () => new Error('nothing is thrown'),
    (error: Error) => error,
  );
  return `${error.name}: ${error.message.replaceAll(folder, '…')}`;
}
