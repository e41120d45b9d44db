import { freemem, totalmem } from 'node:os';
import type { Passage, PassageScores } from './encoder.ts';
import { ModelError } from './model-error.ts';
import type { ModelFolder } from './model-folder.ts';
import { pairInput, textInput, titled } from './model-input.ts';
import { type ModelOutput, type OnnxModel, openOnnx } from './onnx.ts';
import { readTokenizer, type TextTokenizer } from './tokenizer.ts';
import { cosineOf, pooled, type QuantizedVector, quantize, vectorCache } from './vectors.ts';

/** A model that is ready. */
export interface LoadedModel {
  /** Reads one passage: a `logit` by a cross-encoder, a `cosine` by a bi-encoder. */
  score(question: string, passage: Passage): Promise<PassageScores>;
}

/** What a model takes, as a multiple of its file, and beside it (thread, library, tokenizer): 96 to 103 MB with 23 MB. */
const MEMORY_FACTOR = 2.5;
const MEMORY_BYTES = 40 * 1024 * 1024;

/**
 * Reads a model's weights and tokenizer, and tries it on a pair of words. Throws `ModelError` where it can't be used: what
 * `openOnnx` and `readTokenizer` say, too little memory, or files that don't belong together.
 */
export async function loadModel(folder: ModelFolder, availableBytes = memoryBytes()): Promise<LoadedModel> {
  const needed = folder.bytes * MEMORY_FACTOR + MEMORY_BYTES;
  if (needed > availableBytes)
    throw new ModelError(
      folder.onnx,
      `needs about ${megabytes(needed)} MB of memory, and ${megabytes(availableBytes)} MB are free: use a smaller model, or give Ibid more`,
    );
  const onnx = await openOnnx(folder.onnx);
  const tokenizer = await readTokenizer(folder.tokenizer);
  if (tokenizer.size > folder.vocabularySize)
    throw new ModelError(
      folder.tokenizer,
      `has ${tokenizer.size} tokens, and the model knows ${folder.vocabularySize}: they don't belong together`,
    );
  const model = folder.embedding ? biEncoder(folder, tokenizer, onnx) : crossEncoder(folder, tokenizer, onnx);
  await tried(model, folder.onnx);
  return model;
}

async function tried(model: LoadedModel, path: string): Promise<void> {
  try {
    await model.score('a', { title: '', sentence: 'a' });
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError(path, `can't be run: use another model (${(error as Error).message})`, error);
  }
}

function crossEncoder(folder: ModelFolder, tokenizer: TextTokenizer, onnx: OnnxModel): LoadedModel {
  const output = outputOf(onnx, LOGITS);
  return {
    async score(question, passage) {
      const { data, dims } = await onnx.run(
        pairInput(tokenizer, question, passage, folder.maxTokens),
        output,
      );
      if (data.length !== 1) throw shapeError(onnx.path, output, dims, 'one number');
      return { logit: data[0]! };
    },
  };
}

function biEncoder(folder: ModelFolder, tokenizer: TextTokenizer, onnx: OnnxModel): LoadedModel {
  const output = outputOf(onnx, HIDDEN_STATES);
  const { pooling, questionPrefix, passagePrefix } = folder.embedding!;
  const cache = vectorCache();

  async function vectorOf(text: string): Promise<QuantizedVector> {
    const known = cache.get(text);
    if (known) return known;
    const hidden = await onnx.run(textInput(tokenizer, text, folder.maxTokens), output);
    checkHidden(hidden, folder, output);
    const vector = quantize(pooled(hidden, pooling));
    cache.set(text, vector);
    return vector;
  }

  return {
    async score(question, passage) {
      const asked = await vectorOf(questionPrefix + question);
      return { cosine: cosineOf(asked, await vectorOf(passagePrefix + titled(passage))) };
    },
  };
}

const LOGITS: readonly string[] = ['score', 'logits'];
const HIDDEN_STATES: readonly string[] = ['last_hidden_state', 'token_embeddings'];

function outputOf({ path, outputs }: OnnxModel, names: readonly string[]): string {
  const name = names.find((name) => outputs.includes(name));
  if (name !== undefined) return name;
  throw new ModelError(
    path,
    `gives ${outputs.join(', ')}: expected ${names.join(' or ')}. Use another model`,
  );
}

function checkHidden({ dims }: ModelOutput, { onnx, hiddenSize }: ModelFolder, output: string): void {
  if (dims.length === 3 && dims[2] === hiddenSize) return;
  throw shapeError(onnx, output, dims, `[1, tokens, ${hiddenSize}], as config.json says`);
}

function shapeError(path: string, output: string, dims: readonly number[], expected: string): ModelError {
  return new ModelError(
    path,
    `gives ${output} as [${dims.join(', ')}]: expected ${expected}. Use another model`,
  );
}

/** How much this process may still take, in bytes. */
function memoryBytes(): number {
  // macOS counts as free only what was never used.
  const machine = process.platform === 'darwin' ? totalmem() : freemem();
  // Of a container: what others in it take is not seen, but its file cache, which is given up, isn't counted either.
  const limit = process.constrainedMemory();
  const container = limit > 0 ? limit - process.memoryUsage.rss() : machine;
  return Math.min(machine, container);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
