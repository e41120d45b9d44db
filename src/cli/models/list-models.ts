import { basename } from 'node:path';
import { readModelFolder } from '../../encoder/model-folder.ts';
import { megabytes } from '../../web/hub/choose-files.ts';
import { type StoredModel, storedModels } from '../../web/hub/stored-models.ts';
import type { Output } from '../output.ts';
import { oneLine } from '../terminal/error.ts';
import { visible } from '../terminal/visible.ts';
import type { ModelFolders } from './model-folders.ts';

/** Writes a line for each model. The exit code is 1 where one can't be used. */
export async function listModels({ fetched, shipped, inUse }: ModelFolders, output: Output): Promise<number> {
  const own = await storedModels(shipped);
  const all = [...own, ...(await storedModels(fetched))];
  const lines = await Promise.all(
    all.map(async (model) => {
      const { text, isUsable } = await lineOf(model, own.includes(model));
      return { text: inUse.includes(model.folder) ? `${text}  in use` : text, isUsable };
    }),
  );
  for (const { text } of lines) output.write(text);
  if (all.length === 0) output.warn('There is no model: ibid model get english fetches one.');
  return lines.every(({ isUsable }) => isUsable) ? 0 : 1;
}

/** `multilingual-e5-small  bi-encoder  any language  135 MB  from intfloat/multilingual-e5-small at 614241f, licence mit`. */
async function lineOf(model: StoredModel, isShipped: boolean): Promise<{ text: string; isUsable: boolean }> {
  const { name, size, source } = model;
  const { words, isUsable } = await stateOf(model);
  const licence = source?.licence ?? 'the model names none';
  const from = isShipped
    ? 'comes with Ibid'
    : source === undefined
      ? 'put there by hand'
      : `from ${source.model} at ${source.revision.slice(0, 7)}, licence: ${licence}`;
  return {
    text: visible([name, words, ...(model.isPart ? [] : [megabytes(size)]), from].join('  ')),
    isUsable,
  };
}

async function stateOf({ folder, source, isPart, size }: StoredModel) {
  if (isPart) {
    const goOn = source === undefined ? '' : `: ibid model get ${source.model} goes on`;
    const of = source === undefined ? '' : ` of ${megabytes(source.size)}`;
    return { words: `half downloaded (${megabytes(size)}${of})${goOn}`, isUsable: false };
  }
  try {
    const { kind, languages } = await readModelFolder(folder);
    const spoken = languages === 'any' ? 'any language' : languages.join(', ');
    return { words: `${kind}  ${spoken}`, isUsable: true };
  } catch (error) {
    return { words: `can't be used: ${oneLine(error).replace(folder, basename(folder))}`, isUsable: false };
  }
}
