import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderOf } from '../../ingest/folder.ts';
import { cutting, FILES, MODEL, REVISION, WEIGHTS } from '../../web/hub/hub-site.ts';
import { complaintOf, type ModelsWorld, modelsWorld } from './models.ts';

const ONNX = 'onnx/model_quantized.onnx';
const WEIGHTS_AT = `all-MiniLM-L6-v2/${ONNX}`;
const OTHER_REVISION = 'd'.repeat(40);
const SOURCE = { model: MODEL, revision: REVISION, languages: ['en'], size: 1 };

function filesIn({ models }: ModelsWorld): string[] {
  if (!existsSync(models)) return [];
  return (readdirSync(models, { recursive: true, encoding: 'utf8' }) as string[])
    .filter((path) => statSync(join(models, path)).isFile())
    .sort();
}

const FETCHED = [
  'all-MiniLM-L6-v2/1_Pooling/config.json',
  'all-MiniLM-L6-v2/README.md',
  'all-MiniLM-L6-v2/config.json',
  'all-MiniLM-L6-v2/config_sentence_transformers.json',
  'all-MiniLM-L6-v2/onnx/model_quantized.onnx',
  'all-MiniLM-L6-v2/source.json',
  'all-MiniLM-L6-v2/tokenizer.json',
];

test('a model is fetched with its licence, its size and its weights said before', async () => {
  const world = await modelsWorld();
  expect(await world.model('get', 'english')).toEqual({
    code: 0,
    text: [
      'sentence-transformers/all-MiniLM-L6-v2 at c9745ed',
      'licence: apache-2.0',
      '0.3 MB, with onnx/model_quantized.onnx (8-bit weights)',
      'Fetched to MODELS/all-MiniLM-L6-v2',
      'Use it: IBID_MODEL=all-MiniLM-L6-v2',
    ].join('\n'),
  });
  expect(filesIn(world)).toEqual(FETCHED);
  expect(readFileSync(join(world.models, WEIGHTS_AT))).toEqual(WEIGHTS);
});

test('of each file the commit that was listed is asked for', async () => {
  const world = await modelsWorld();
  await world.model('get', MODEL);
  const resolved = world.hub.asked.filter((url) => url.includes('/resolve/'));
  expect(resolved.length).toBe(6);
  expect(resolved.every((url) => url.startsWith(`/${MODEL}/resolve/${REVISION}/`))).toBe(true);
});

test('a model without a licence is said to have none, and one in its tags counts', async () => {
  const without = await modelsWorld({ card: {} });
  expect((await without.model('get', 'english')).text).toContain('licence: the model names no licence');
  const tagged = await modelsWorld({ card: null, tags: ['license:mit'] });
  expect((await tagged.model('get', 'english')).text).toContain('licence: mit');
});

test('the token goes to the hub, and to nobody else', async () => {
  const world = await modelsWorld();
  vi.stubEnv('HF_TOKEN', 'hf_secret');
  await world.model('get', 'english');
  expect(new Set(world.hub.requests.map(({ headers }) => headers.authorization))).toEqual(
    new Set(['Bearer hf_secret']),
  );
  expect(new Set(world.store.requests.map(({ headers }) => headers.authorization))).toEqual(
    new Set([undefined]),
  );
});

test('what is there already is not fetched again, a damaged file and another revision are', async () => {
  const world = await modelsWorld();
  await world.model('get', 'english');
  expect((await world.model('get', 'english')).text).toContain(
    'It is there already: MODELS/all-MiniLM-L6-v2',
  );
  expect(world.rangesOf(ONNX)).toEqual(['all']);
  truncateSync(join(world.models, WEIGHTS_AT), 1000);
  expect((await world.model('get', 'english')).text).toContain('Fetched to');
  expect(world.rangesOf(ONNX)).toEqual(['all', 'all']);
  world.publish({
    revision: OTHER_REVISION,
    files: { ...FILES, 'README.md': '---\nlanguage: en\n---\nNew' },
  });
  expect((await world.model('get', 'english')).text).toContain(`${MODEL} at ddddddd`);
  expect(readFileSync(join(world.models, 'all-MiniLM-L6-v2/README.md'), 'utf8')).toContain('New');
  expect(filesIn(world)).toEqual(FETCHED);
});

test('models of one name by two owners lie in two folders', async () => {
  const world = await modelsWorld();
  await world.model('get', 'english');
  world.publish({ name: 'other/all-MiniLM-L6-v2' });
  expect((await world.model('get', 'other/all-MiniLM-L6-v2')).text).toContain(
    'IBID_MODEL=other--all-MiniLM-L6-v2',
  );
});

test('a connection that is cut goes on where it ended', async () => {
  const world = await modelsWorld();
  world.store.routes[world.storePath(ONNX)] = cutting(WEIGHTS, 100_000, 2);
  expect((await world.model('get', 'english')).code).toBe(0);
  // How much of what was sent has come is for the network to say.
  const [first, ...rest] = world.rangesOf(ONNX);
  expect(first).toBe('all');
  expect(rest.every((range) => /^bytes=[1-9]\d*-$/u.test(range))).toBe(true);
  expect(readFileSync(join(world.models, WEIGHTS_AT))).toEqual(WEIGHTS);
});

test('where it brings nothing more, that is said, what has come is kept, and the next run goes on', async () => {
  const world = await modelsWorld();
  const whole = world.store.routes[world.storePath(ONNX)]!;
  world.store.routes[world.storePath(ONNX)] = (request, response) =>
    request.headers.range === undefined
      ? cutting(WEIGHTS, 100_000, 1)(request, response)
      : response.writeHead(206).write('', () => response.destroy());
  expect(await complaintOf(world, 'get', 'english')).toBe(
    'STORE: the connection broke. What has come is kept: run the same command again to go on',
  );
  expect(filesIn(world)).toContain('all-MiniLM-L6-v2.part/onnx/model_quantized.onnx.part');
  expect((await world.model('list')).text).toMatch(
    /^all-MiniLM-L6-v2 {2}half downloaded \(0(?:\.1)? MB of 0\.3 MB\): ibid model get sentence-transformers\/all-MiniLM-L6-v2 goes on/mu,
  );
  world.store.routes[world.storePath(ONNX)] = whole;
  expect((await world.model('get', 'english')).code).toBe(0);
  expect(world.rangesOf(ONNX).at(-1)).toMatch(/^bytes=[1-9]\d*-$/u);
  expect(filesIn(world)).toEqual(FETCHED);
});

/** An earlier run ended within the weights. */
async function halfDownloaded(left: Buffer, revision = REVISION): Promise<ModelsWorld> {
  return modelsWorld(
    {},
    {
      'models/all-MiniLM-L6-v2.part/source.json': JSON.stringify({ ...SOURCE, revision }),
      'models/all-MiniLM-L6-v2.part/onnx/model_quantized.onnx.part': left,
    },
  );
}

test('a server that gives no parts starts anew', async () => {
  const world = await halfDownloaded(WEIGHTS.subarray(0, 5000));
  world.store.routes[world.storePath(ONNX)] = { body: WEIGHTS };
  expect((await world.model('get', 'english')).code).toBe(0);
  expect(world.rangesOf(ONNX)).toEqual(['bytes=5000-']);
});

test('what an earlier run left of another revision is not gone on with', async () => {
  const world = await halfDownloaded(WEIGHTS.subarray(0, 5000), OTHER_REVISION);
  await world.model('get', 'english');
  expect(world.rangesOf(ONNX)).toEqual(['all']);
});

test.each([
  ['as much as there should be', Buffer.alloc(WEIGHTS.length)],
  ['a part', Buffer.alloc(5000)],
])('%s of other bytes is found by the hash, deleted, and said', async (_, left) => {
  const world = await halfDownloaded(left);
  expect(await complaintOf(world, 'get', 'english')).toBe(
    `onnx/model_quantized.onnx of ${MODEL} came damaged (its SHA-256 isn't the hub's), and was deleted: try again; when it happens twice, something between here and HUB changes it`,
  );
  expect(filesIn(world).filter((path) => path.includes('onnx'))).toEqual([]);
  expect((await world.model('get', 'english')).code).toBe(0);
});

test('a small file is checked by the hash that git gave it', async () => {
  const world = await modelsWorld();
  world.hub.routes[`/api/resolve-cache/models/${MODEL}/${REVISION}/README.md`] = {
    body: String(FILES['README.md']).replace('apache', 'apachE'),
  };
  expect(await complaintOf(world, 'get', 'english')).toContain(
    "README.md of sentence-transformers/all-MiniLM-L6-v2 came damaged (its git hash isn't the hub's)",
  );
});

test('more than was announced is not stored', async () => {
  const world = await modelsWorld();
  world.store.routes[world.storePath(ONNX)] = { body: Buffer.concat([WEIGHTS, WEIGHTS]) };
  expect(await complaintOf(world, 'get', 'english')).toBe(
    'onnx/model_quantized.onnx: more came than the 300000 bytes it has',
  );
});

const API = `/api/models/${MODEL}/revision/main?blobs=true`;

test.each([
  [
    'no such model',
    401,
    { 'x-error-code': 'RepoNotFound' },
    `there is no model ${MODEL} at HUB (a private one needs HF_TOKEN of an account that may read it)`,
  ],
  [
    'no such model',
    404,
    {},
    `there is no model ${MODEL} at HUB (a private one needs HF_TOKEN of an account that may read it)`,
  ],
  [
    'a gated one',
    401,
    { 'x-error-code': 'GatedRepo' },
    `${MODEL} is gated: accept its terms at HUB/${MODEL}, make a token at HUB/settings/tokens, and set HF_TOKEN`,
  ],
  ['a forbidden one', 403, {}, `HUB refuses ${MODEL} (HTTP 403): see HUB/${MODEL}; it may need HF_TOKEN`],
  ['too many requests', 429, { 'retry-after': '55' }, 'HUB asks to wait 55 s (HTTP 429): try again then'],
  [
    "too many requests, in the hub's own way",
    429,
    { ratelimit: '"api";r=0;t=55' },
    'HUB asks to wait 55 s (HTTP 429): try again then',
  ],
  ['trouble', 503, {}, 'HUB has trouble (HTTP 503): try again later'],
  ['something else', 200, {}, "HUB doesn't answer as the Hugging Face hub does: is HF_ENDPOINT right?"],
])('%s is one line that says what to do', async (_, status, headers, line) => {
  const world = await modelsWorld();
  world.hub.routes[API] = { status, headers, body: '<html>' };
  expect(await complaintOf(world, 'get', 'english')).toBe(line);
  expect(filesIn(world)).toEqual([]);
});

test.each([
  [
    'GatedRepo',
    403,
    `${MODEL} is gated, and the account of HF_TOKEN has no access: accept its terms at HUB/${MODEL}; its owner may have to agree first`,
  ],
  ['InvalidToken', 401, "HUB doesn't take HF_TOKEN: make another one at HUB/settings/tokens"],
])('with a token %s is another line', async (code, status, line) => {
  const world = await modelsWorld();
  vi.stubEnv('HF_TOKEN', 'hf_secret');
  // The hub lists what a gated model holds to everybody.
  world.hub.routes[`/${MODEL}/resolve/${REVISION}/config.json`] = {
    status,
    headers: { 'x-error-code': code },
  };
  expect(await complaintOf(world, 'get', 'english')).toBe(line);
});

test('a hub that is not there, and one that redirects for ever', async () => {
  const world = await modelsWorld();
  world.hub.routes[API] = { status: 307, headers: { location: API } };
  expect(await complaintOf(world, 'get', 'english')).toBe('HUB: over 5 redirects');
  vi.stubEnv('HF_ENDPOINT', 'http://127.0.0.1:1');
  expect(await complaintOf(world, 'get', 'english')).toContain('127.0.0.1:1: ');
});

test('a folder that cannot be written is one line', async () => {
  const world = await modelsWorld({}, { models: 'a file' });
  expect(await complaintOf(world, 'get', 'english')).toBe(
    "IBID_DATA: MODELS/all-MiniLM-L6-v2 can't be written (ENOTDIR): let the user who runs Ibid write it, or set IBID_DATA to another folder",
  );
});

test.skipIf(!existsSync('/dev/full'))('a full disk is one line, and what has come is kept', async () => {
  const world = await halfDownloaded(Buffer.alloc(0));
  const folder = join(world.models, 'all-MiniLM-L6-v2.part');
  symlinkSync('/dev/full', join(folder, 'config.json.part'));
  expect(await complaintOf(world, 'get', 'english')).toBe(
    'the disk of MODELS/all-MiniLM-L6-v2 is full: 0.3 MB must be free. What has come is kept: make room and run the same command again, or set IBID_DATA to another disk',
  );
  expect(existsSync(folder)).toBe(true);
});

test('a model that does not say how to use it is fetched, said, and kept for who can add it', async () => {
  const { '1_Pooling/config.json': _, ...files } = FILES;
  const world = await modelsWorld({ name: 'owner/strange', files });
  const { code, text } = await world.model('get', 'owner/strange');
  expect(code).toBe(1);
  expect(text).toContain("ibid: it can't be used as it is: MODELS/strange/1_Pooling/config.json");
  expect((await world.model('list')).text).toContain("strange  can't be used: strange/1_Pooling/config.json");
});

test.each([
  '',
  'english/',
  'owner/../name',
  '../x',
  'a/b/c',
  'owner/.hidden',
  'owner/name ',
  'owner/name.',
  'C:\\x',
  'bert',
])('"%s" names no model, and nothing is asked', async (name) => {
  const world = await modelsWorld();
  expect(await complaintOf(world, 'get', name)).toBe(
    `"${name}" names no model: type english, multilingual, or OWNER/NAME as it stands on huggingface.co`,
  );
  expect(world.hub.asked).toEqual([]);
});

test('list and remove ask nobody', async () => {
  const world = await modelsWorld();
  await folderOf({});
  await world.model('list');
  expect(await complaintOf(world, 'remove', 'english')).toContain('there is no model "english"');
  expect(world.hub.asked).toEqual([]);
});

test('each action that needs a name asks for it', async () => {
  const world = await modelsWorld();
  expect(await complaintOf(world, 'get')).toBe(
    'ibid model get: which one? english, multilingual, or OWNER/NAME as it stands on huggingface.co',
  );
  expect(await complaintOf(world, 'remove')).toBe(
    'ibid model remove: which one? ibid model list says which there are',
  );
});

test('a file of the listing that would lie elsewhere is never fetched', async () => {
  const world = await modelsWorld({ files: { ...FILES, '../../x.json': '{}', 'onnx/../../y.onnx': 'y' } });
  await world.model('get', 'english');
  expect(filesIn(world)).toEqual(FETCHED);
  writeFileSync(join(world.models, 'note.txt'), '');
});
