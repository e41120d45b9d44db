import { rm } from 'node:fs/promises';
import { UsageError } from '../../usage-error.ts';
import { megabytes } from '../../web/hub/choose-files.ts';
import { type StoredModel, storedModels } from '../../web/hub/stored-models.ts';
import type { Output } from '../output.ts';
import type { ModelFolders } from './model-folders.ts';
import { namedModels } from './named-models.ts';

/** Deletes a model that was fetched, or what there is of it. Throws a `UsageError` where there is none of that name. */
export async function removeModel(folders: ModelFolders, name: string, output: Output): Promise<number> {
  const stored = await storedModels(folders.fetched);
  const named = namedModels(stored, name);
  if (named.length === 0) throw new UsageError(await adviceFor(name, stored, folders));
  for (const { name, folder, size } of named) {
    await rm(folder, { recursive: true });
    output.write(`${name} removed: ${megabytes(size)}`);
  }
  return 0;
}

async function adviceFor(
  name: string,
  stored: readonly StoredModel[],
  folders: ModelFolders,
): Promise<string> {
  if (namedModels(await storedModels(folders.shipped), name).length > 0)
    return `${name} comes with Ibid, and stays`;
  const names = stored.map((model) => model.name).join(', ');
  return `there is no model "${name}" in ${folders.fetched}: ${names === '' ? 'it holds none' : `it holds ${names}`}`;
}
