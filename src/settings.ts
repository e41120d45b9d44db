/** What every setting is called, what it may be, and what it is if unset; the archive that ships stands in for IBID_CORPUS. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export const archiveSettings = z.object({
  IBID_CORPUS: z
    .string()
    .refine((path) => existsSync(path), { error: ({ input }) => `there is no file or folder at "${input}"` }),
  IBID_DATA: z.string().optional(),
  IBID_MODEL: z.string().optional(),
  IBID_MODEL_INDEX: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  IBID_ROLE: z.enum(['all', 'writer', 'reader'], { error: 'must be all, writer or reader' }).default('all'),
  // Which engines there are is known to the index alone.
  IBID_ENGINE: z.string().default('auto'),
  IBID_MINISEARCH_SENTENCES: z
    .string()
    .regex(/^\d{1,7}$/, { error: 'must be a number of sentences from 0 to 9999999' })
    .transform(Number)
    .optional(),
});

export const feedsSettings = z.object({
  IBID_FEEDS: z
    .string()
    .refine((typed) => isAddresses(typed) || existsSync(typed), {
      error: ({ input }) => `there is no file at "${input}", and addresses begin with https:// or http://`,
    })
    .optional(),
  IBID_FEEDS_MINUTES: z
    .string()
    .default('30')
    .refine((typed) => /^\d{1,4}$/u.test(typed) && Number(typed) >= 5 && Number(typed) <= 1440, {
      error: 'must be a number of minutes from 5 to 1440',
    })
    .transform(Number),
  IBID_FEEDS_ALLOW_HOSTS: z
    .string()
    .default('')
    .refine((typed) => wordsOf(typed).every((word) => HOST.test(word)), {
      error: 'must be hosts with commas between them: name, name:port, or an address',
    }),
});

/** A name or an IPv4 address, an IPv6 address with or without brackets; a port. */
const HOST = /^(?:(?:[\p{L}\p{N}._-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?|[\da-f:.]{2,45})$/iu;

const TOKEN_FORM = 'a bot token: three parts with dots between, from the page Bot';

const token = (error: string) =>
  z
    .string()
    .trim()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, { error });

/** What stands in the file at a path that was set; an issue where it can't be read. */
function textOfFile(path: string, { issues }: { readonly issues: z.core.$ZodRawIssue[] }): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // Node's own words without the path, which may be long: ENOENT: no such file or directory.
    const why = (error as Error).message.replace(/, \w+(?: '.*')?$/u, '');
    issues.push({ code: 'custom', input: path, message: `"${path}" can't be read: ${why}` });
    return z.NEVER;
  }
}

/** `auto`, a number, or a range of a number; an issue for anything else. */
function shardsIn(typed: string, { issues }: { readonly issues: z.core.$ZodRawIssue[] }) {
  if (typed.trim() === 'auto') return 'auto' as const;
  const [, a, b, n] = /^\s*(?:(\d{1,4})-(\d{1,4})\/)?(\d{1,4})\s*$/u.exec(typed) ?? [];
  const total = Number(n);
  const first = Number(a ?? 0);
  const last = Number(b ?? total - 1);
  const fault = n === undefined || total === 0 ? SHARDS_FORM : shardsFault(first, last, total);
  if (fault === undefined)
    return { ids: Array.from({ length: last - first + 1 }, (_, i) => first + i), total };
  issues.push({ code: 'custom', input: typed, message: fault });
  return z.NEVER;
}

const SHARDS_FORM =
  'must be auto, a number of shards from 1 to 9999, or those of this process: 0-1/3 for the first two of three';

function shardsFault(first: number, last: number, total: number): string | undefined {
  if (first > last) return `must not end before it begins: ${first} is more than ${last}`;
  if (last >= total) return `must count shards from 0: the last of ${total} is ${total - 1}`;
  return undefined;
}

/** A list of Discord's ids: none where it is not set. */
function idsOf(what: string) {
  return z
    .string()
    .regex(/^\s*\d{15,21}(?:\s*,\s*\d{15,21})*\s*$/, {
      error: `must be ids of ${what}, 17 to 20 digits each, with commas between`,
    })
    .transform((ids) => [...new Set(ids.split(',').map((id) => id.trim()))])
    .default([]);
}

const botSettings = z.object({
  DISCORD_TOKEN: token(`must be ${TOKEN_FORM}`).optional(),
  DISCORD_TOKEN_FILE: z
    .string()
    .transform(textOfFile)
    .pipe(token(`its file must hold ${TOKEN_FORM}`))
    .optional(),
  IBID_GUILDS: idsOf('servers'),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address (http:// or https://)' })
    .optional(),
  IBID_WATCH: z.enum(['on', 'poll', 'off'], { error: 'must be on, poll or off' }).default('on'),
  IBID_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info'),
  IBID_LOG_QUESTIONS: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
  IBID_EDITOR_ROLES: idsOf('roles'),
  IBID_SHARDS: z.string().default('auto').transform(shardsIn),
  // What Discord itself takes from everybody is 10 MB; more than 100 no reader takes.
  IBID_UPLOAD_MB: z.coerce
    .number({ error: 'must be a number of megabytes from 1 to 100' })
    .int({ error: 'must be a number of megabytes from 1 to 100' })
    .min(1, { error: 'must be a number of megabytes from 1 to 100' })
    .max(100, { error: 'must be a number of megabytes from 1 to 100' })
    .default(10),
  IBID_METRICS: z.string().transform(addressIn).optional(),
});

/** Of `127.0.0.1:9464`, `[::1]:9464` or `localhost:9464`; an issue where it is none. Port 0 is any free one. */
function addressIn(typed: string, { issues }: { readonly issues: z.core.$ZodRawIssue[] }) {
  const [, bracketed, name, digits] = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/iu.exec(typed) ?? [];
  const host = bracketed ?? name;
  const port = Number(digits);
  if (host !== undefined && port <= 65_535) return { host, port };
  const message = 'must be an address and a port, such as 127.0.0.1:9464';
  issues.push({ code: 'custom', input: typed, message });
  return z.NEVER;
}

/** Under the names that all of the hub's own tools read. */
export const hubSettings = z.object({
  HF_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an address (http:// or https://)' })
    .default('https://huggingface.co'),
  // What a header takes; the hub's begin with hf_, a mirror's may not.
  HF_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, { error: 'must be a token: one word, without spaces' })
    .optional(),
});

/** Not taken any more: one that was left unread would open what it had closed. */
const renamedSettings = z.object({
  IBID_GUILD_ID: z.undefined({ error: 'is called IBID_GUILDS now: write its id there' }).optional(),
});

/** All that the bot takes, and what it took once. */
export const allBotSettings = z.object({
  ...archiveSettings.shape,
  ...feedsSettings.shape,
  ...botSettings.shape,
  ...renamedSettings.shape,
});

/** What `.env.example` must list. */
export const SETTINGS: readonly string[] = [
  ...Object.keys(botSettings.shape),
  ...Object.keys(archiveSettings.shape),
  ...Object.keys(feedsSettings.shape),
  ...Object.keys(hubSettings.shape),
];

/** Addresses of feeds, rather than a file that lists them. */
export function isAddresses(typed: string): boolean {
  return typed.includes('://');
}

/** Of a list with commas or spaces between. */
export function wordsOf(list: string): string[] {
  return list.split(/[\s,]+/u).filter((word) => word !== '');
}
