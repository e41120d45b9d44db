import type * as Ort from 'onnxruntime-node';
import { nativePromise } from '../threads/native-calls.ts';
import { ModelError } from './model-error.ts';

/** Token ids as a model of BERT's kind takes them. */
export interface EncodedText {
  readonly ids: readonly number[];
  /** How many of them belong to the first of two texts, whose type is 0; the rest has type 1. */
  readonly first: number;
}

/** Numbers that a model gave out, in row-major order. */
export interface ModelOutput {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A model in memory. */
export interface OnnxModel {
  readonly path: string;
  readonly outputs: readonly string[];
  /** Runs it on one text (a batch of one), and returns one of its outputs. Throws what ONNX Runtime says. */
  run(text: EncodedText, output: string): Promise<ModelOutput>;
}

export type OnnxRuntime = Pick<typeof Ort, 'env' | 'InferenceSession' | 'Tensor'>;

/** The inputs that are given; a model may do without the types. */
const INPUTS: readonly string[] = ['input_ids', 'attention_mask', 'token_type_ids'];

/**
 * One thread: it then keeps no pool, whose threads would spin while they wait. Without its arena and its plan of memory
 * ONNX Runtime takes 10 MB less, in the same CPU time (docs/measurements.md).
 */
const OPTIONS: Ort.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableCpuMemArena: false,
  enableMemPattern: false,
  logSeverityLevel: 3,
};

/**
 * Reads an ONNX file. Throws `ModelError` where `onnxruntime-node` is missing, the file is damaged, or its inputs aren't
 * those of a text encoder.
 */
export async function openOnnx(
  path: string,
  importRuntime = () => import('onnxruntime-node'),
): Promise<OnnxModel> {
  const runtime = await runtimeOf(importRuntime);
  const session = await nativePromise(() => runtime.InferenceSession.create(path, OPTIONS)).catch(
    (error: unknown) => {
      throw createError(path, error);
    },
  );
  const { inputNames, outputNames } = session;
  const strange = inputNames.filter((name) => !INPUTS.includes(name));
  if (strange.length > 0 || !inputNames.includes('input_ids'))
    throw new ModelError(
      path,
      `takes ${inputNames.join(', ')}: an encoder of texts takes ${INPUTS.join(', ')}. Use another model`,
    );
  return {
    path,
    outputs: outputNames,
    async run(text, output) {
      const feeds = feedsOf(runtime, text, inputNames);
      const { [output]: tensor } = await nativePromise(() => session.run(feeds, [output]));
      return { data: tensor!.data, dims: tensor!.dims };
    },
  };
}

/** Says in a line why models can't run here: `onnxruntime-node` is missing, or doesn't run on this system. `undefined`: they can. */
export async function runtimeFault(
  importRuntime = () => import('onnxruntime-node'),
): Promise<string | undefined> {
  try {
    await runtimeOf(importRuntime);
    return undefined;
  } catch (error) {
    return (error as ModelError).message;
  }
}

async function runtimeOf(importRuntime: () => Promise<OnnxRuntime>): Promise<OnnxRuntime> {
  try {
    const runtime = await nativePromise(importRuntime);
    // It reports what graphics cards it has not found, on stderr.
    runtime.env.logLevel = 'error';
    return runtime;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new ModelError('onnxruntime-node', 'is not installed: run npm ci', error);
    throw new ModelError(
      'onnxruntime-node',
      `does not run on this system (${process.platform}-${process.arch}): ${firstLineOf(error)}`,
      error,
    );
  }
}

function createError(path: string, error: unknown): ModelError {
  const reason = firstLineOf(error).replaceAll(`Load model from ${path} failed:`, '');
  if (/alloc|out of memory/i.test(reason))
    return new ModelError(path, 'there is not enough memory for it', error);
  return new ModelError(path, `is damaged, or not an ONNX model: fetch it again (${reason})`, error);
}

function firstLineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]!.trim();
}

function feedsOf({ Tensor }: OnnxRuntime, { ids, first }: EncodedText, names: readonly string[]) {
  const { length } = ids;
  const valuesOf: Readonly<Record<string, () => BigInt64Array>> = {
    input_ids: () => BigInt64Array.from(ids, BigInt),
    attention_mask: () => new BigInt64Array(length).fill(1n),
    token_type_ids: () => new BigInt64Array(length).fill(1n, first),
  };
  return Object.fromEntries(
    names.map((name) => [name, new Tensor('int64', valuesOf[name]!(), [1, length])] as const),
  );
}
