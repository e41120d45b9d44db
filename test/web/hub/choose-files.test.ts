import { expect, test } from 'vitest';
import { type Cpu, chooseFiles, hasVnni, megabytes } from '../../../src/web/hub/choose-files.ts';
import type { HubModel } from '../../../src/web/hub/hub-model.ts';

/** A model with these files, of 1 MB unless told. */
function model(paths: readonly string[], sizes: Readonly<Record<string, number>> = {}): HubModel {
  const files = paths.map((path) => ({
    path,
    size: sizes[path] ?? 1_000_000,
    hash: { algorithm: 'sha256' as const, digest: 'a'.repeat(64) },
  }));
  return { name: 'owner/name', revision: 'b'.repeat(40), languages: [], files };
}

const SMALL = ['config.json', 'tokenizer.json'];

/** Of weights with these names, the one that is fetched for a CPU. */
function check(cpu: Cpu, names: readonly string[], chosen: string): void {
  const all = names.map((name) => `onnx/model${name}.onnx`);
  expect(chooseFiles(model([...SMALL, ...all]), cpu).weights.path).toBe(`onnx/model${chosen}.onnx`);
}

/** As sentence-transformers exports them. */
const EXPORTED = ['', '_O4', '_qint8_arm64', '_qint8_avx512', '_qint8_avx512_vnni', '_quint8_avx2'];

test('weights that were made for the CPU go first', () => {
  check('x64-vnni', EXPORTED, '_qint8_avx512_vnni');
  check('arm64', EXPORTED, '_qint8_arm64');
});

test('on x64 without VNNI signed weights would saturate: unsigned ones go first', () =>
  check('x64', EXPORTED, '_quint8_avx2'));

test('then those for any CPU, then small ones for another, then full ones', () => {
  for (const cpu of ['x64', 'x64-vnni', 'arm64', 'other'] as const) {
    check(cpu, ['', '_fp16', '_q4', '_quantized', '_int8'], '_quantized');
    check(cpu, ['', '_O4', '_qint8_avx512_vnni'], '_qint8_avx512_vnni');
    check(cpu, ['', '_fp16', '_O4'], '');
  }
});

test('weights that lie in two files are passed over', () => {
  const twofold = ['onnx/model_int8.onnx', 'onnx/model_int8.onnx_data'];
  expect(chooseFiles(model([...SMALL, ...twofold, 'onnx/model.onnx']), 'x64').weights.path).toBe(
    'onnx/model.onnx',
  );
});

test('only what is read is fetched, the weights last', () => {
  const paths = ['modeling.py', 'onnx/model.onnx', 'README.md', 'model.safetensors', ...SMALL, 'vocab.txt'];
  const { files, size } = chooseFiles(model(paths), 'x64');
  expect(files.map(({ target }) => target)).toEqual([...SMALL, 'README.md', 'onnx/model.onnx']);
  expect(size).toBe(4_000_000);
});

test('what lies only beside the weights is taken from there', () => {
  const { files } = chooseFiles(model(['config.json', 'onnx/tokenizer.json', 'onnx/model.onnx']), 'x64');
  expect(files.map(({ path, target }) => `${path} -> ${target}`)).toContain(
    'onnx/tokenizer.json -> tokenizer.json',
  );
});

test.each([
  [['tokenizer.json', 'onnx/model.onnx'], {}, 'owner/name has no config.json, which Ibid needs'],
  [['config.json', 'onnx/model.onnx'], {}, 'owner/name has no tokenizer.json, which Ibid needs'],
  [[...SMALL, 'model.safetensors'], {}, 'owner/name has no weights in one file onnx/model*.onnx'],
  [[...SMALL, 'onnx/model.onnx'], { 'config.json': 1e9 }, "config.json has 954 MB, which can't be right"],
  [
    [...SMALL, 'onnx/model.onnx'],
    { 'onnx/model.onnx': 3e9 },
    'owner/name has 2,863 MB: Ibid takes models of up to 2 GB',
  ],
])('of %j with sizes %j it says: %s', (paths, sizes: Record<string, number>, line) => {
  expect(() => chooseFiles(model(paths, sizes), 'x64')).toThrow(line);
});

test('a CPU has VNNI where Linux names it, in either form', () => {
  expect(hasVnni('processor\t: 0\nflags\t\t: fpu avx2 avx512_vnni xsave\n')).toBe(true);
  expect(hasVnni('flags\t\t: fpu avx2 avx_vnni\n')).toBe(true);
  expect(hasVnni('flags\t\t: fpu avx2\nbugs\t\t: avx512_vnni\n')).toBe(false);
});

test('sizes have a decimal where they are small', () => {
  expect([22_900_000, 118_300_000, 1_234_000_000, 40_000].map(megabytes)).toEqual([
    '21.8 MB',
    '113 MB',
    '1,177 MB',
    '0 MB',
  ]);
});
