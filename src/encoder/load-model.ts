import { freemem, totalmem } from 'node:os';
import type { Passage, PassageScores, VectorProgress } from './encoder.ts';
import { ModelError } from './model-error.ts';
import type { ModelFolder } from './model-folder.ts';
import { modelIdentity } from './model-identity.ts';
import { pairInput, textInput, titled } from './model-input.ts';
import { type ModelOutput, type OnnxModel, openOnnx } from './onnx.ts';
import { readTokenizer, type TextTokenizer } from './tokenizer.ts';
import { openVectorStore, type VectorStore } from './vector-store.ts';
import { cosineOf, pooled, type QuantizedVector, quantize, vectorCache } from './vectors.ts';

/** A model that is ready. */
export interface LoadedModel {
  /** Reads one passage: a `logit` by a cross-encoder, a `cosine` by a bi-encoder. */
  score(question: string, passage: Passage): Promise<PassageScores>;
  /** Absent where no vectors are kept. */
  readonly vectors?: StoredVectors;
}

/** The vectors that a bi-encoder keeps on disk. */
export interface StoredVectors extends Pick<VectorStore, 'prune' | 'close'> {
  /**
   * Keeps vectors of passages up to the first that has to be computed. Returns how many, from the first, are kept now; 0
   * where none can be.
   */
  keep(passages: readonly Passage[], progress: VectorProgress): Promise<number>;
}

export interface LoadOptions {
  /** File in which a bi-encoder's vectors are kept; none where absent. */
  readonly vectors?: string | undefined;
  /** Receives a line where they can't be. */
  readonly tell?: (line: string) => void;
  /** Memory that it may take, in bytes. */
  readonly available?: number;
  /** What runs the model. */
  readonly open?: typeof openOnnx;
}

/** What a model takes, as a multiple of its file, and beside it (thread, library, tokenizer): 96 to 103 MB with 23 MB. */
const MEMORY_FACTOR = 2.5;
const MEMORY_BYTES = 40 * 1024 * 1024;

/**
 * Reads a model's weights and tokenizer, and tries it on a pair of words. Throws `ModelError` where it can't be used: what
 * `openOnnx` and `readTokenizer` say, too little memory, or files that don't belong together.
 */
export async function loadModel(folder: ModelFolder, options: LoadOptions = {}): Promise<LoadedModel> {
  const { vectors, tell = () => {}, available = memoryBytes(), open = openOnnx } = options;
  checkMemory(folder, available);
  const onnx = await open(folder.onnx);
  const tokenizer = await readTokenizer(folder.tokenizer);
  if (tokenizer.size > folder.vocabularySize)
    throw new ModelError(
      folder.tokenizer,
      `has ${tokenizer.size} tokens, and the model knows ${folder.vocabularySize}: they don't belong together`,
    );
  if (!folder.embedding) return tried(crossEncoder(folder, tokenizer, onnx), folder.onnx);
  await tried(biEncoder(folder, tokenizer, onnx), folder.onnx);
  const store =
    vectors === undefined ? undefined : await openVectorStore(vectors, await modelIdentity(folder), tell);
  return biEncoder(folder, tokenizer, onnx, store);
}

function checkMemory({ onnx, bytes }: ModelFolder, available: number): void {
  const needed = bytes * MEMORY_FACTOR + MEMORY_BYTES;
  if (needed <= available) return;
  throw new ModelError(
    onnx,
    `needs about ${megabytes(needed)} MB of memory, and ${megabytes(available)} MB are free: use a smaller model, or give Ibid more`,
  );
}

async function tried(model: LoadedModel, path: string): Promise<LoadedModel> {
  try {
    await model.score('a', { title: '', sentence: 'a' });
    return model;
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

function biEncoder(
  folder: ModelFolder,
  tokenizer: TextTokenizer,
  onnx: OnnxModel,
  store?: VectorStore,
): LoadedModel {
  const output = outputOf(onnx, HIDDEN_STATES);
  const { pooling, questionPrefix, passagePrefix } = folder.embedding!;
  const textOf = (passage: Passage) => passagePrefix + titled(passage);
  const cache = vectorCache();

  async function computed(text: string): Promise<QuantizedVector> {
    const hidden = await onnx.run(textInput(tokenizer, text, folder.maxTokens), output);
    checkHidden(hidden, folder, output);
    return quantize(pooled(hidden, pooling));
  }

  async function vectorOf(text: string): Promise<QuantizedVector> {
    const known = cache.get(text);
    if (known) return known;
    const vector = store?.get(text) ?? (await computed(text));
    cache.set(text, vector);
    return vector;
  }

  const vectors = store && storedVectors(store, textOf, async (text) => cache.get(text) ?? computed(text));
  return {
    async score(question, passage) {
      const asked = await vectorOf(questionPrefix + question);
      return { cosine: cosineOf(asked, await vectorOf(textOf(passage))) };
    },
    ...(vectors && { vectors }),
  };
}

function storedVectors(
  store: VectorStore,
  textOf: (passage: Passage) => string,
  vectorOf: (text: string) => Promise<QuantizedVector>,
): StoredVectors {
  async function keepOne(texts: readonly string[]): Promise<number> {
    const missing = texts.findIndex((text) => !store.meet(text));
    if (missing < 0) return texts.length;
    if (store.isOpen) store.put(texts[missing]!, await vectorOf(texts[missing]!));
    return missing + 1;
  }

  return {
    async keep(passages, { kept, past, sentences }) {
      if (kept === 0) store.begin();
      const more = await keepOne(passages.map(textOf));
      if (more === passages.length) store.commit({ kept: kept + more, past: past + more, sentences });
      return store.isOpen ? more : 0;
    },
    prune: (progress) => store.prune(progress),
    close: () => store.close(),
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
