import { join } from 'node:path';
import * as z from 'zod/mini';
import type { EmbeddingOptions, ModelFamily } from './families.ts';
import { ModelError } from './model-error.ts';
import { parseJson, readOptional } from './model-json.ts';

const MODULES = z.array(z.object({ type: z.string() }));
/** As `SentenceTransformer` runs them; `Dense` would need weights that the ONNX file doesn't hold. */
const KNOWN_MODULES = /\b(?:Transformer|Pooling|Normalize)$/u;
const POOLING = z.record(z.string(), z.unknown());
const PROMPTS = z.object({ prompts: z.optional(z.record(z.string(), z.nullable(z.string()))) });

/** From the folder's own files, else from its family. Throws `ModelError` where neither says: nothing is guessed. */
export async function embeddingOf(
  folder: string,
  family: ModelFamily | undefined,
): Promise<EmbeddingOptions> {
  await checkModules(join(folder, 'modules.json'));
  const poolingPath = join(folder, '1_Pooling', 'config.json');
  const promptsPath = join(folder, 'config_sentence_transformers.json');
  const pooling = (await poolingIn(poolingPath)) ?? family?.embedding.pooling;
  if (!pooling) throw new ModelError(poolingPath, unknown('which pooling it needs (mean or cls)'));
  const prefixes = (await prefixesIn(promptsPath)) ?? family?.embedding;
  if (!prefixes)
    throw new ModelError(
      promptsPath,
      unknown('its prefixes ("prompts": {"query": …, "passage": …}; {} for none)'),
    );
  return { pooling, questionPrefix: prefixes.questionPrefix, passagePrefix: prefixes.passagePrefix };
}

function unknown(what: string): string {
  return `is missing or doesn't say ${what}, and the model is of no family that Ibid knows: see its model card, and write it there`;
}

async function checkModules(path: string): Promise<void> {
  const text = await readOptional(path);
  if (text === undefined) return;
  const strange = parseJson(path, text, MODULES).find(({ type }) => !KNOWN_MODULES.test(type));
  if (strange) throw new ModelError(path, `names ${strange.type}, which Ibid can't do: use another model`);
}

async function poolingIn(path: string): Promise<EmbeddingOptions['pooling'] | undefined> {
  const text = await readOptional(path);
  if (text === undefined) return undefined;
  const modes = Object.entries(parseJson(path, text, POOLING)).filter(
    ([name, value]) => name.startsWith('pooling_mode_') && value === true,
  );
  const names = modes.map(([name]) => name);
  if (names.join() === 'pooling_mode_mean_tokens') return 'mean';
  if (names.join() === 'pooling_mode_cls_token') return 'cls';
  throw new ModelError(
    path,
    `says ${names.join(', ') || 'no pooling'}: Ibid does mean and cls. Use another model`,
  );
}

type Prefixes = Omit<EmbeddingOptions, 'pooling'>;

async function prefixesIn(path: string): Promise<Prefixes | undefined> {
  const text = await readOptional(path);
  if (text === undefined) return undefined;
  const { prompts } = parseJson(path, text, PROMPTS);
  // Versions before prompts wrote the same file.
  if (!prompts) return undefined;
  return {
    questionPrefix: prompts.query ?? '',
    passagePrefix: prompts.passage ?? prompts.document ?? '',
  };
}
