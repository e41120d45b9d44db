import { z } from 'zod';
import type { HubClient } from './hub-client.ts';
import { HubError } from './hub-error.ts';

/** A model as the hub lists it, at one commit. */
export interface HubModel {
  /** `OWNER/NAME`. */
  readonly name: string;
  /** The commit, 40 hexadecimal digits: all files are fetched as of this one. */
  readonly revision: string;
  /** As its card says: `apache-2.0`; undefined where it names none. */
  readonly licence?: string;
  /** As its card says, ISO 639 mostly; empty where it names none. */
  readonly languages: readonly string[];
  readonly files: readonly HubFile[];
}

export interface HubFile {
  /** Inside the repository, with slashes. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly hash: FileHash;
}

/** Large files have the SHA-256 of their bytes, small ones the SHA-1 that git gives them: of `blob SIZE\0` and their bytes. */
export interface FileHash {
  readonly algorithm: 'sha256' | 'git-sha1';
  /** Hexadecimal, lower case. */
  readonly digest: string;
}

/** The listing of a large repository is some 100 KB. */
const MAX_LISTING_BYTES = 8 * 1024 * 1024;

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]).nullish();

const listing = z.object({
  sha: z.string().regex(/^[\da-f]{40}$/u),
  tags: z.array(z.string()).nullish(),
  cardData: z
    .object({ license: oneOrMore, license_name: z.string().nullish(), language: oneOrMore })
    .partial()
    .nullish()
    .catch(null),
  siblings: z.array(
    z.object({
      rfilename: z.string(),
      size: z.number().int().nonnegative().nullish(),
      blobId: z.string().nullish(),
      lfs: z
        .object({ sha256: z.string().regex(/^[\da-f]{64}$/u), size: z.number().int().nonnegative() })
        .nullish(),
    }),
  ),
});

/** Asks the hub what a model holds. Throws a `HubError`. */
export async function readHubModel(hub: HubClient, name: string): Promise<HubModel> {
  // Not in the hub's OpenAPI document: the address that huggingface_hub's `model_info(files_metadata=True)` asks.
  const { chunks } = await hub.get(name, `/api/models/${name}/revision/main?blobs=true`);
  const read = listing.safeParse(jsonOf(await textOf(chunks, hub.endpoint)));
  if (!read.success)
    throw new HubError(`${hub.endpoint} doesn't answer as the Hugging Face hub does: is HF_ENDPOINT right?`);
  const { sha, siblings, cardData, tags } = read.data;
  const licence = licenceOf(cardData?.license ?? [], cardData?.license_name, tags ?? []);
  return {
    name,
    revision: sha,
    ...(licence !== undefined && { licence }),
    languages: cardData?.language ?? [],
    files: siblings.flatMap(fileOf),
  };
}

function licenceOf(licences: readonly string[], own: string | null | undefined, tags: readonly string[]) {
  const tagged = tags.flatMap((tag) => (tag.startsWith('license:') ? tag.slice('license:'.length) : []));
  const named = (licences.length > 0 ? licences : tagged).map((one) => (one === 'other' && own ? own : one));
  return named.length > 0 ? named.join(', ') : undefined;
}

/** None where the hub says no hash: such a file isn't fetched. */
function fileOf({ rfilename, size, blobId, lfs }: z.output<typeof listing>['siblings'][number]): HubFile[] {
  if (lfs) return [{ path: rfilename, size: lfs.size, hash: { algorithm: 'sha256', digest: lfs.sha256 } }];
  if (typeof size !== 'number' || !/^[\da-f]{40}$/u.test(blobId ?? '')) return [];
  return [{ path: rfilename, size, hash: { algorithm: 'git-sha1', digest: blobId! } }];
}

async function textOf(chunks: AsyncIterable<Uint8Array>, endpoint: string): Promise<string> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_LISTING_BYTES) throw new HubError(`${endpoint} lists more files than a model has`);
    kept.push(chunk);
  }
  return Buffer.concat(kept).toString('utf8');
}

/** undefined of what isn't JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
