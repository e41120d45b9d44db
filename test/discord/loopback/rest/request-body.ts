import type { IncomingMessage } from 'node:http';

export interface UploadedFile {
  /** The n of `files[n]`, which `attachments[].id` refers to. */
  readonly index: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface RequestBody {
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads JSON, or multipart with its `payload_json` and `files[n]`; undefined where there is no body. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  return { json: JSON.parse(bytes.toString('utf8')), files: [] };
}

async function readMultipart(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [key, part] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof part === 'string') continue;
    const content = new Uint8Array(await part.arrayBuffer());
    files.push({ index, name: part.name, type: part.type, bytes: content });
  }
  return { json: typeof payload === 'string' ? JSON.parse(payload) : {}, files };
}
