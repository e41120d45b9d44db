import { readFileSync } from 'node:fs';
import { HubError } from './hub-error.ts';
import type { HubFile, HubModel } from './hub-model.ts';

/** A file to fetch, and where it comes to lie in the model's folder. */
export interface WantedFile extends HubFile {
  /** In the folder, with slashes: one of Ibid's own names, never one that the hub made up. */
  readonly target: string;
}

/** What of a model is fetched. */
export interface Wanted {
  /** The weights last: what is small and decides whether the model can be used at all comes first. */
  readonly files: readonly WantedFile[];
  /** Bytes in all. */
  readonly size: number;
  /** Of the hub, `onnx/model_quantized.onnx`, and why this one of several. */
  readonly weights: { readonly path: string; readonly why: string };
}

/** Which 8-bit weights a CPU computes rightly and fast. */
export type Cpu = 'x64-vnni' | 'x64' | 'arm64' | 'other';

/** Nobody reads more with a CPU, and protobuf holds no more in one file. */
const MAX_MODEL_BYTES = 2 * 1024 ** 3;

/** A tokenizer of 250,000 word pieces has 17 MB. */
const MAX_SMALL_FILE_BYTES = 64 * 1024 * 1024;

const NEEDED = ['config.json', 'tokenizer.json'];
const HELPFUL = [
  'tokenizer_config.json',
  '1_Pooling/config.json',
  'modules.json',
  'sentence_bert_config.json',
  'config_sentence_transformers.json',
  'README.md',
];

/**
 * The few files that are read, and one file of weights. What lies only in `onnx/` (sentence-transformers exports a second
 * tokenizer there) is taken from there. Throws a `HubError` where one is missing or too large.
 */
export function chooseFiles({ name, files }: HubModel, cpu: Cpu): Wanted {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const small = [...NEEDED, ...HELPFUL].flatMap((target): WantedFile[] => {
    const file = byPath.get(target) ?? byPath.get(`onnx/${target}`);
    return file === undefined ? [] : [{ ...file, target }];
  });
  const missing = NEEDED.find((target) => !small.some((file) => file.target === target));
  if (missing !== undefined) throw new HubError(`${name} has no ${missing}, which Ibid needs. ${ADVICE}`);
  const weights = weightsIn(byPath, cpu);
  if (weights === undefined) {
    throw new HubError(`${name} has no weights in one file onnx/model*.onnx, which Ibid needs. ${ADVICE}`);
  }
  const large = small.find((file) => file.size > MAX_SMALL_FILE_BYTES);
  if (large) throw new HubError(`${name}: ${large.path} has ${megabytes(large.size)}, which can't be right`);
  const chosen = [...small, weights.file];
  const size = chosen.reduce((sum, file) => sum + file.size, 0);
  if (size > MAX_MODEL_BYTES)
    throw new HubError(`${name} has ${megabytes(size)}: Ibid takes models of up to 2 GB`);
  return { files: chosen, size, weights: { path: weights.file.path, why: weights.why } };
}

const ADVICE =
  'Look for the same model by Xenova or onnx-community on the hub, or make these files with: optimum-cli export onnx';

/**
 * By the names that sentence-transformers, optimum and transformers.js give. Signed 8-bit weights (qint8) saturate on x64
 * without VNNI, unsigned ones don't: onnxruntime.ai/docs/performance/model-optimizations/quantization.html, "U8S8".
 */
const MADE_FOR: Readonly<Record<Cpu, readonly string[]>> = {
  'x64-vnni': ['qint8_avx512_vnni', 'qint8_avx512'],
  x64: ['quint8_avx2'],
  arm64: ['qint8_arm64'],
  other: [],
};
const FOR_ANY = ['quantized', 'int8', 'uint8'];

function weightsIn(files: ReadonlyMap<string, HubFile>, cpu: Cpu) {
  const others = Object.values(MADE_FOR).flat();
  const candidates = [
    ...MADE_FOR[cpu].map((kind) => ({ kind, why: '8-bit weights, made for this CPU' })),
    ...FOR_ANY.map((kind) => ({ kind, why: '8-bit weights' })),
    ...others.map((kind) => ({ kind, why: '8-bit weights, made for another CPU: the only small ones' })),
    { kind: '', why: 'full weights: there are no 8-bit ones' },
  ];
  for (const { kind, why } of candidates) {
    const path = `onnx/model${kind && `_${kind}`}.onnx`;
    const file = files.get(path);
    // Weights of over 2 GB lie in a file beside, which isn't fetched.
    const isWhole = !files.has(`${path}_data`) && !files.has(`${path}.data`);
    if (file && isWhole) return { file: { ...file, target: path }, why };
  }
  return undefined;
}

/** The CPU that this runs on. What can't be known (VNNI outside Linux) counts as not there. */
export function thisCpu(): Cpu {
  if (process.arch === 'arm64') return 'arm64';
  if (process.arch !== 'x64') return 'other';
  return hasVnni(process.platform === 'linux' ? readFileSync('/proc/cpuinfo', 'utf8') : '')
    ? 'x64-vnni'
    : 'x64';
}

/** Whether `/proc/cpuinfo` names it, in either form. */
export function hasVnni(cpuinfo: string): boolean {
  return /^flags\b.*\bavx(?:512)?_vnni\b/mu.test(cpuinfo);
}

/** `21.8 MB` of 22,900,000 bytes, as progress shows them. */
export function megabytes(bytes: number): string {
  const count = bytes / 1024 / 1024;
  return `${count < 100 ? Math.round(count * 10) / 10 : Math.round(count).toLocaleString('en')} MB`;
}
