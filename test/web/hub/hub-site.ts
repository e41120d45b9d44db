import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Files } from '../../ingest/folder.ts';
import { redirect, type Site, siteOf } from '../site.ts';

/** A stand-in for the Hugging Face hub, and one for the store that it sends large files from. */
export interface HubSite {
  readonly hub: Site;
  readonly store: Site;
  /** What was asked of the store for a file: `Range` headers, `all` for one without. */
  rangesOf(path: string): string[];
  /** Where the store has a file. */
  storePath(path: string): string;
  /** Puts a model there, or another revision of it. */
  publish(model: HubModelFixture): void;
}

export interface HubModelFixture {
  readonly name?: string;
  readonly revision?: string;
  readonly files?: Files;
  /** Of its card. */
  readonly card?: unknown;
  readonly tags?: readonly string[];
}

export const MODEL = 'sentence-transformers/all-MiniLM-L6-v2';
export const REVISION = 'c9745ed1d9f207416be6d2e6f8de32d1f16199bf';

/** 300 kB: several pieces on the way. */
export const WEIGHTS = Buffer.alloc(300_000, 'weights ');

/** What a model that Ibid reads holds, and what it doesn't fetch. */
export const FILES: Files = {
  'config.json': JSON.stringify({
    architectures: ['BertModel'],
    hidden_size: 384,
    vocab_size: 30522,
    max_position_embeddings: 512,
  }),
  'tokenizer.json': '{"model":{}}',
  'README.md': '---\nlanguage: en\nlicense: apache-2.0\n---\n# A model\n',
  '1_Pooling/config.json': '{"pooling_mode_mean_tokens":true}',
  'config_sentence_transformers.json': '{"prompts":{}}',
  'onnx/model_quantized.onnx': WEIGHTS,
  'onnx/model.onnx': Buffer.alloc(1_200_000),
  'pytorch_model.bin': 'never fetched',
  'modeling.py': 'never fetched',
};

export async function hubSite(model: HubModelFixture = {}): Promise<HubSite> {
  const [hub, store] = [await siteOf({}), await siteOf({})];
  const all: Record<string, string | Buffer> = {};
  const storePath = (path: string) => `/${sha256(all[path]!)}?Signature=x`;
  const site: HubSite = {
    hub,
    store,
    storePath,
    rangesOf: (path) =>
      store.requests
        .filter(({ url }) => url === storePath(path))
        .map(({ headers }) => headers.range ?? 'all'),
    publish({ name = MODEL, revision = REVISION, files = FILES, card = CARD, tags = [] }) {
      Object.assign(all, files);
      hub.routes[`/api/models/${name}/revision/main?blobs=true`] = {
        body: JSON.stringify({
          sha: revision,
          tags,
          cardData: card,
          siblings: Object.entries(files).map(sibling),
        }),
      };
      for (const [path, content] of Object.entries(files)) {
        const address = `/${name}/resolve/${revision}/${path}`;
        const cache = `/api/resolve-cache/models/${name}/${revision}/${path}`;
        hub.routes[address] = redirect(isLarge(path) ? `${store.url}${storePath(path)}` : cache);
        if (isLarge(path)) store.routes[storePath(path)] = inRanges(content);
        else hub.routes[cache] = { body: content };
      }
    },
  };
  site.publish(model);
  return site;
}

const CARD = { license: 'apache-2.0', language: 'en' };

/** As the hub keeps them in its store. */
function isLarge(path: string): boolean {
  return path.endsWith('.onnx') || path === 'tokenizer.json';
}

function sibling([path, content]: [string, string | Buffer]) {
  const size = Buffer.byteLength(content);
  const blobId = createHash('sha1').update(`blob ${size}\0`).update(content).digest('hex');
  const lfs = { sha256: sha256(content), size, pointerSize: 134 };
  // Of a large file, git's hash is that of a pointer.
  return { rfilename: path, size, blobId, ...(isLarge(path) && { blobId: 'f'.repeat(40), lfs }) };
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A body of which parts may be asked for. */
export function inRanges(content: string | Buffer) {
  return ({ headers }: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.from(content);
    const from = Number(/^bytes=(\d+)-$/u.exec(headers.range ?? '')?.[1] ?? 0);
    if (from > 0 && from >= body.length) {
      response.writeHead(416).end();
      return;
    }
    const range = from > 0 && { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` };
    response.writeHead(from > 0 ? 206 : 200, { ...range, 'content-length': body.length - from });
    response.end(body.subarray(from));
  };
}

/** Sends the first `count` bytes of what it is asked for, and breaks the connection; so often, then all of it. */
export function cutting(content: Buffer, count: number, times: number) {
  const whole = inRanges(content);
  let left = times;
  return (request: IncomingMessage, response: ServerResponse) => {
    left -= 1;
    if (left < 0) {
      whole(request, response);
      return;
    }
    const from = Number(/^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': content.length - from });
    response.write(content.subarray(from, from + count), () => response.destroy());
  };
}
