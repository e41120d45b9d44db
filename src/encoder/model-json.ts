import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { ModelError } from './model-error.ts';

/** What is read of a `config.json`. */
export interface ModelConfig {
  readonly architectures: readonly string[];
  readonly hidden_size: number;
  readonly vocab_size: number;
  readonly max_position_embeddings: number;
  readonly _name_or_path?: string | undefined;
  readonly num_labels?: number | undefined;
  readonly id2label?: Readonly<Record<string, string>> | undefined;
  /** Not the hub's, which has it in the model card. */
  readonly language?: string | readonly string[] | undefined;
}

/** The text of a file that may be missing. */
export async function readOptional(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new ModelError(path, `can't be read: ${error.message}`, error);
  });
}

/** Throws `ModelError` where it is no JSON, or of another form. */
export function parseJson<T>(path: string, text: string, schema: z.ZodMiniType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ModelError(
      path,
      `is no JSON, or damaged: fetch the model again (${(error as Error).message})`,
      error,
    );
  }
  const { success, data, error } = z.safeParse(schema, value);
  if (success) return data;
  const fields = error.issues.map((issue) => issue.path.join('.') || 'the whole of it');
  throw new ModelError(path, `is not as expected of a text encoder: look at ${fields.join(', ')}`);
}
