import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelsFolder } from '../data-folder.ts';
import { packageRoot } from '../package.ts';
import type { Encoder, EncoderModel } from './encoder.ts';
import { type ModelFolder, readModelFolder } from './model-folder.ts';
import { openEncoder } from './open-encoder.ts';

/**
 * The folders of our own model, where the package has it, and of the one that is set: a name in the data folder, or a path; `off`: none.
 */
export function foldersInUse({ data, model }: { data: string; model?: string | undefined }): string[] {
  if (model === 'off') return [];
  const own = join(packageRoot(), 'models', OWN_MODEL);
  const other = model === undefined ? [] : [isPath(model) ? resolve(model) : join(modelsFolder(data), model)];
  return [...(existsSync(own) ? [own] : []), ...other];
}

const OWN_MODEL = 'english';

/** Also on Windows: no name of a model has these. */
function isPath(model: string): boolean {
  return /[\\/]/.test(model);
}

/**
 * An encoder with the models of these folders; `undefined` where none can be used, each with a line that says why. `vectorsIn`: the
 * folder in which vectors of an archive's sentences are kept.
 */
export async function encoderOf(
  folders: readonly string[],
  tell: (line: string) => void,
  vectorsIn?: string,
): Promise<Encoder | undefined> {
  const models = await modelsInUse(folders, tell);
  return models.length > 0 ? openEncoder({ models, tell, vectorsIn }) : undefined;
}

/**
 * Reads the folders of models, the one that goes before others last: of two cross-encoders for a language the last is used. One that
 * can't be used is told in a line, and left out.
 */
export async function modelsInUse(
  folders: readonly string[],
  tell: (line: string) => void,
): Promise<ModelFolder[]> {
  const models: ModelFolder[] = [];
  for (const folder of [...folders].reverse()) {
    try {
      const model = await readModelFolder(folder);
      if (!models.some((other) => standsFor(other, model))) models.unshift(model);
    } catch (error) {
      tell(`a model can't be used: ${(error as Error).message}`);
    }
  }
  return models;
}

/** Whether one is asked all that the other would be asked. */
function standsFor(one: EncoderModel, other: EncoderModel): boolean {
  const { languages } = one;
  if (one.kind !== other.kind) return false;
  return (
    languages === 'any' ||
    (other.languages !== 'any' && other.languages.every((code) => languages.includes(code)))
  );
}
