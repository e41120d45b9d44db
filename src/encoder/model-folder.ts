import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { embeddingOf } from './embedding-options.ts';
import type { EncoderModel } from './encoder.ts';
import { type EmbeddingOptions, familyOf } from './families.ts';
import { ModelError } from './model-error.ts';
import { type ModelConfig, parseJson, readOptional } from './model-json.ts';
import { languagesOf } from './model-languages.ts';

/** A folder with a model as the Hugging Face hub lays it out, read but for its weights. Plain data. */
export interface ModelFolder extends EncoderModel {
  /** Absolute paths. */
  readonly onnx: string;
  readonly tokenizer: string;
  /** Size of the ONNX file in bytes. */
  readonly bytes: number;
  /** How many tokens the model knows. */
  readonly vocabularySize: number;
  /** Length of a vector. */
  readonly hiddenSize: number;
  /** How many tokens a text, or a pair, may have. */
  readonly maxTokens: number;
  /** How a bi-encoder makes a vector of a text; absent in a cross-encoder. */
  readonly embedding?: EmbeddingOptions;
}

const CONFIG = z.object({
  architectures: z.array(z.string()).check(z.minLength(1)),
  hidden_size: z.number().check(z.positive()),
  vocab_size: z.number().check(z.positive()),
  max_position_embeddings: z.number().check(z.positive()),
  _name_or_path: z.optional(z.string()),
  num_labels: z.optional(z.number()),
  id2label: z.optional(z.record(z.string(), z.string())),
  language: z.optional(z.union([z.string(), z.array(z.string())])),
});

const MAX_LENGTH = z.object({ max_seq_length: z.nullish(z.number()) });

/**
 * Reads what a folder says of its model: `config.json`, which of `onnx/model*.onnx` to use, and of the files of
 * sentence-transformers (`modules.json`, `1_Pooling/config.json`, `config_sentence_transformers.json`) those that are
 * there. The weights and the tokenizer are read when the model is first used. Throws `ModelError`, in words for who runs
 * Ibid: half downloaded, a file missing or damaged, or a model that isn't known and doesn't say how to use it.
 */
export async function readModelFolder(path: string): Promise<ModelFolder> {
  const folder = resolve(path);
  const files = await filesIn(folder);
  const partial = files.find((name) => name.endsWith('.part'));
  if (partial) throw new ModelError(join(folder, partial), 'is half downloaded: fetch the model again');
  const config = await readConfig(folder);
  const tokenizer = join(folder, 'tokenizer.json');
  if (!files.includes('tokenizer.json')) throw new ModelError(tokenizer, 'is missing: fetch the model again');
  const onnx = join(folder, chosenOnnx(folder, files));
  const family = familyOf([basename(folder), config._name_or_path ?? '']);
  const kind = kindOf(folder, config);
  return {
    name: basename(folder),
    folder,
    kind,
    languages: await languagesOf(folder, config.language, family),
    onnx,
    tokenizer,
    bytes: (await stat(onnx)).size,
    vocabularySize: config.vocab_size,
    hiddenSize: config.hidden_size,
    maxTokens: await maxTokensOf(folder, config),
    ...(kind === 'bi-encoder' && { embedding: await embeddingOf(folder, family) }),
  };
}

/** Names in the folder and in its `onnx/`, with `/`. */
async function filesIn(folder: string): Promise<string[]> {
  const top = await readdir(folder).catch((error: unknown) => {
    throw new ModelError(folder, "no such folder, or it can't be read: name one with a model", error);
  });
  const onnx = await readdir(join(folder, 'onnx')).catch(() => []);
  return [...top, ...onnx.map((name) => `onnx/${name}`)];
}

async function readConfig(folder: string): Promise<ModelConfig> {
  const path = join(folder, 'config.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new ModelError(path, 'is missing: fetch the model again', error);
  });
  return parseJson(path, text, CONFIG);
}

function kindOf(folder: string, { architectures, num_labels, id2label }: ModelConfig): EncoderModel['kind'] {
  const path = join(folder, 'config.json');
  const architecture = architectures[0]!;
  if (architecture.endsWith('ForSequenceClassification')) {
    // Where it is not said, the hub's libraries take two.
    const labels = num_labels ?? (id2label ? Object.keys(id2label).length : 2);
    if (labels === 1) return 'cross-encoder';
    throw new ModelError(path, `says ${labels} labels: a cross-encoder has one score (num_labels 1)`);
  }
  if (architecture.endsWith('Model')) return 'bi-encoder';
  throw new ModelError(
    path,
    `says "${architecture}": neither a bi-encoder (…Model) nor a cross-encoder (…ForSequenceClassification)`,
  );
}

/**
 * Smaller and faster on a CPU first. Those for AVX-512 saturate on processors without VNNI, those for AVX2 run everywhere
 * (https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html). Half precision and 4 bits are slow there.
 */
const PREFERRED: readonly string[] = [
  'model_int8.onnx',
  'model_quantized.onnx',
  ...(process.arch === 'arm64' ? ['model_qint8_arm64.onnx'] : ['model_quint8_avx2.onnx']),
  'model_qint8_avx512_vnni.onnx',
  'model_qint8_avx512.onnx',
  'model_uint8.onnx',
  'model.onnx',
];

function chosenOnnx(folder: string, files: readonly string[]): string {
  const present = files.filter((name) => /^onnx\/model.*\.onnx$/u.test(name));
  const chosen = PREFERRED.map((name) => `onnx/${name}`).find((name) => present.includes(name));
  if (chosen !== undefined) return chosen;
  if (present.length === 1) return present[0]!;
  const path = join(folder, 'onnx', 'model.onnx');
  if (present.length === 0) throw new ModelError(path, 'is missing: fetch the model again');
  throw new ModelError(
    join(folder, 'onnx'),
    `holds ${present.map((name) => basename(name)).join(', ')}: leave one, or name it model.onnx`,
  );
}

async function maxTokensOf(folder: string, config: ModelConfig): Promise<number> {
  const path = join(folder, 'sentence_bert_config.json');
  const text = await readOptional(path);
  const said = text === undefined ? undefined : parseJson(path, text, MAX_LENGTH).max_seq_length;
  return Math.min(config.max_position_embeddings, said ?? Number.POSITIVE_INFINITY);
}
