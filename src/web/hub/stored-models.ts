import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where a model's folder came from: what its file `source.json` says. */
export interface ModelSource {
  /** `OWNER/NAME` of the hub. */
  readonly model: string;
  /** The commit. */
  readonly revision: string;
  readonly licence?: string | undefined;
  /** As its card says. */
  readonly languages: readonly string[];
  /** Bytes of all files. */
  readonly size: number;
}

/** A folder among the models. */
export interface StoredModel {
  /** Of the folder, and for IBID_MODEL. */
  readonly name: string;
  /** Absolute path. */
  readonly folder: string;
  /** Bytes on disk. */
  readonly size: number;
  /** Undefined of one that somebody put there by hand. */
  readonly source: ModelSource | undefined;
  /** A download that broke off: the next `get` of the same model goes on with it. */
  readonly isPart: boolean;
}

export const SOURCE_FILE = 'source.json';

/** What the folder is called while it is being fetched. */
export const PART = '.part';

const sourceSchema = z.object({
  model: z.string(),
  revision: z.string(),
  licence: z.string().optional(),
  languages: z.array(z.string()),
  size: z.number(),
});

/** The models in a folder, by name; none where it isn't there. Throws what the file system throws. */
export async function storedModels(folder: string): Promise<StoredModel[]> {
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const found = await Promise.all(names.map((name) => storedModel(join(folder, name), name)));
  return found.flat();
}

/** None of what is no folder, or holds nothing of a model. */
async function storedModel(folder: string, name: string): Promise<StoredModel[]> {
  const isModel = [SOURCE_FILE, 'config.json', 'onnx'].some((file) => existsSync(join(folder, file)));
  if (!isModel) return [];
  const isPart = name.endsWith(PART);
  return [
    {
      name: isPart ? name.slice(0, -PART.length) : name,
      folder,
      size: await sizeIn(folder),
      source: readSource(folder),
      isPart,
    },
  ];
}

/** What a model's folder says of where it came from; undefined where it says nothing that can be read. */
export function readSource(folder: string): ModelSource | undefined {
  try {
    return sourceSchema.parse(JSON.parse(readFileSync(join(folder, SOURCE_FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

async function sizeIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
