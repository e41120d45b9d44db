/**
 * Fuzzes one reader, guided by the coverage that V8 counts, from the documents of the tests:
 *
 *     npm run prepare && node tools/fuzz/fuzz.mjs pdf 120 [seed]
 *
 * for 120 seconds. The formats are the extensions; of packed ones the main part (`raw.docx`: the archive itself;
 * `meta.odt`, `opf.epub`: other parts). What is found goes to .ibid/fuzz/, and when it is mended a test into hostile.test.ts.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';

const [format = 'html', seconds = '60', seed = '1', isLoop] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.ibid', 'fuzz');
const current = join(folder, `${format}-now`);
/** Longer than any input below may take: what takes 5 s is a find already. */
const HANG_MS = 20_000;
const LARGEST = 64 * 1024;

mkdirSync(folder, { recursive: true });
if (isLoop) await loop();
else watch(Number(seed), Date.now() + Number(seconds) * 1000);

/** A loop that hangs or dies has left its input behind; another one goes on. */
function watch(from, until) {
  const left = Math.ceil((until - Date.now()) / 1000);
  if (left <= 0) return;
  const child = fork(import.meta.filename, [format, String(left), String(from), 'loop']);
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), HANG_MS);
  };
  child.on('message', alive);
  alive();
  child.on('exit', (code, signal) => {
    clearTimeout(timer);
    if (code === 0) return;
    keep(readFileSync(current), signal === 'SIGKILL' ? 'hangs' : `exit-${code ?? signal}`);
    watch(from + 1, until);
  });
}

function keep(input, why) {
  const name = `${format}-${why.replace(/[^\w]+/gu, '-').slice(0, 60)}`;
  if (existsSync(join(folder, name))) return;
  writeFileSync(join(folder, name), input);
  console.log(`found: ${name}, ${input.length} bytes`);
}

async function loop() {
  const { fuzz, PART } = await import('./fuzz-target.mjs');
  const random = randomFrom(Number(seed));
  const pool = await seedsOf(format.split('.').at(-1), PART[format]);
  const words = [
    ...new Set(pool.flatMap((one) => one.toString('latin1').match(/[\w\\<>&;:/=-]{2,30}/gu) ?? [])),
  ];
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  const seen = new Set();
  const until = Date.now() + Number(seconds) * 1000;
  let runs = 0;
  for (; Date.now() < until; runs += 1) {
    const input = runs < pool.length ? pool[runs] : mutated(pool, words, random);
    writeFileSync(current, input);
    process.send?.('alive');
    await fuzz(format, input).catch((error) => keep(input, String(error.message)));
    const before = seen.size;
    const { result } = await session.post('Profiler.takePreciseCoverage');
    for (const { url, functions } of result) {
      if (url.startsWith('node:')) continue;
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) seen.add(`${url} ${startOffset} ${endOffset}`);
    }
    if (seen.size > before && runs >= pool.length) pool.push(input);
  }
  console.log(`${format}: ${runs} runs, ${pool.length} inputs kept, ${seen.size} blocks covered`);
  process.exit(0);
}

async function seedsOf(extension, part) {
  const from = join(root, 'test/ingest/documents');
  const names = readdirSync(from).filter((name) => name.endsWith(`.${extension}`));
  const documents = names.map((name) => readFileSync(join(from, name)));
  const parts = part === undefined ? documents : await Promise.all(documents.map((one) => partOf(one, part)));
  const seeds = parts.filter((one) => one !== undefined && one.length <= LARGEST);
  return seeds.length > 0 ? seeds : [Buffer.from('Some words.')];
}

async function partOf(bytes, name) {
  const zip = await JSZip.loadAsync(bytes);
  return zip.file(name)?.async('nodebuffer');
}

/** A few changes of one of the inputs: bytes, words of the format, pieces left out, repeated, or of another input. */
function mutated(pool, words, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  let bytes = pick(pool);
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes -= 1) {
    const at = Math.floor(random() * bytes.length);
    const length = Math.floor(random() ** 3 * 400);
    const piece = bytes.subarray(at, at + length);
    const change = pick([
      () => [Buffer.from([Math.floor(random() * 256)]), 1],
      () => [Buffer.from([bytes[at] ^ (1 << Math.floor(random() * 8))]), 1],
      () => [Buffer.from(pick(words), 'latin1'), 0],
      () => [Buffer.from(pick(words), 'latin1'), length],
      () => [Buffer.from(String(pick([0, -1, 2 ** 31, 2 ** 53, 1e99, random()]))), Math.min(length, 4)],
      () => [Buffer.alloc(0), length],
      () => [Buffer.concat(Array(2 + Math.floor(random() ** 4 * 3000)).fill(piece)), length],
      () => {
        const other = pick(pool);
        const from = Math.floor(random() * other.length);
        return [other.subarray(from, from + Math.floor(random() * 2000)), length];
      },
    ]);
    const [put, out] = change();
    bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + out)]).subarray(0, LARGEST);
  }
  return bytes;
}

/** Mulberry32. */
function randomFrom(start) {
  let state = start | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
