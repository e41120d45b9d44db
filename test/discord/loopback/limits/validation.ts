import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { complaint, type Violation } from './violation.ts';

/** Compares bodies with Discord's own description of its API, where that document is at hand. */
export interface Validator {
  readonly available: boolean;
  /** `route` is the path of the description with its braces: `/channels/{channel_id}`. */
  request(method: string, route: string, body: unknown): readonly Violation[];
  reply(method: string, route: string, status: number, body: unknown): readonly Violation[];
}

interface Json {
  [key: string]: unknown;
}

/** Beside the repository, where colleagues keep it; absent elsewhere. */
export const OPENAPI = new URL('../../../../../shared/discord/openapi.json', import.meta.url);

const ID = 'discord';
/** Parsing the 1.2 MB document and compiling its schemas takes longer than a test: once per process. */
const loaded = new Map<string, Validator>();

export function createValidator(path: string | URL | undefined): Validator {
  const key = String(path);
  const known = loaded.get(key);
  if (known) return known;
  const document = path === undefined ? undefined : readDocument(path);
  const validator = document ? validatorOf(document) : absent;
  loaded.set(key, validator);
  return validator;
}

const absent: Validator = { available: false, request: () => [], reply: () => [] };

function readDocument(path: string | URL): Json | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.info('loopback Discord: no openapi.json, so bodies are checked against our own rules only');
    return undefined;
  }
}

function validatorOf(document: Json): Validator {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true, verbose: true });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', true);
  ajv.addSchema(readable(document) as Json, ID);
  const compiled = new Map<string, ValidateFunction | undefined>();

  const check = (pointer: readonly string[], body: unknown): readonly Violation[] => {
    const key = pointer.map(escapePointer).join('/');
    if (!compiled.has(key)) compiled.set(key, ajv.getSchema(`${ID}#/${key}`));
    const validate = compiled.get(key);
    if (!validate || validate(body)) return [];
    return violationsFrom(validate.errors ?? []);
  };
  return {
    available: true,
    request: (method, route, body) =>
      check(['paths', route, method.toLowerCase(), 'requestBody', ...JSON_BODY], body),
    reply: (method, route, status, body) =>
      check(['paths', route, method.toLowerCase(), 'responses', `${status}`, ...JSON_BODY], body),
  };
}

const JSON_BODY = ['content', 'application/json', 'schema'];
const escapePointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/**
 * Rewrites what would make ajv blame every member of a union: unions told apart by `type` become if/then,
 * "null or X" looks at X alone, and a permission set may also be a decimal string.
 */
function readable(node: unknown, schemas?: Json): unknown {
  if (Array.isArray(node)) return node.map((item) => readable(item, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const all = schemas ?? ((node as { components: { schemas: Json } }).components.schemas as Json);
  const copy: Json = {};
  for (const [key, value] of Object.entries(node)) {
    copy[key] = key === 'default_member_permissions' ? permissionSet(value) : readable(value, all);
  }
  return unionOf(copy, all);
}

const permissionSet = (schema: unknown): Json => ({ anyOf: [{ type: 'string', pattern: '^\\d+$' }, schema] });

function unionOf(schema: Json, all: Json): Json {
  for (const key of ['oneOf', 'anyOf'] as const) {
    const members = schema[key];
    if (!Array.isArray(members)) continue;
    const { [key]: _, ...rest } = schema;
    const nullable = members.length === 2 && members.find((member) => member.type === 'null');
    if (nullable) {
      const other = members.find((member) => member !== nullable);
      return { ...rest, if: { type: 'null' }, else: other };
    }
    const cases = members.map((member) => typesOf(member as Json, all));
    if (cases.every((types) => types !== undefined)) return { ...rest, ...switchOn(members, cases) };
  }
  return schema;
}

function typesOf(member: Json, all: Json): readonly unknown[] | undefined {
  const name = typeof member.$ref === 'string' ? member.$ref.split('/').at(-1) : undefined;
  const target = name === undefined ? undefined : (all[name] as Json | undefined);
  const properties = target?.properties as Record<string, { enum?: readonly unknown[] }> | undefined;
  return properties?.type?.enum;
}

function switchOn(members: readonly unknown[], cases: readonly (readonly unknown[] | undefined)[]): Json {
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: cases.flat() } },
    allOf: members.map((member, index) => ({
      if: { properties: { type: { enum: cases[index] } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's keyword.
      then: member,
    })),
  };
}

/** Errors of ajv's own scaffolding (`if` failed, no member of anyOf) only repeat what others say better. */
function violationsFrom(errors: readonly ErrorObject[]): readonly Violation[] {
  const telling = errors.filter((error) => !['if', 'anyOf', 'oneOf', 'allOf'].includes(error.keyword));
  const violations = (telling.length > 0 ? telling : errors).map(violationOf);
  const byText = new Map(violations.map((one) => [`${one.at} ${one.message}`, one]));
  return [...byText.values()];
}

function violationOf(error: ErrorObject): Violation {
  const at = error.instancePath.slice(1).replaceAll('/', '.');
  const place = error.keyword === 'required' ? [at, String(error.params.missingProperty)] : [at];
  const [code, message] = inDiscordsWords(error);
  const found = complaint(place.filter(Boolean).join('.'), message, code);
  return { ...found, rule: `openapi:${error.keyword}` };
}

function inDiscordsWords(error: ErrorObject): readonly [code: string, message: string] {
  const limit = String(error.params.limit);
  switch (error.keyword) {
    case 'required':
      return ['BASE_TYPE_REQUIRED', 'This field is required'];
    case 'maxLength':
      return ['BASE_TYPE_MAX_LENGTH', `Must be ${limit} or fewer in length.`];
    case 'minLength':
    case 'minItems':
      return ['BASE_TYPE_MIN_LENGTH', `Must be ${limit} or more in length.`];
    case 'maxItems':
      return ['BASE_TYPE_BAD_LENGTH', `Must be ${limit} or fewer in length.`];
    case 'enum':
      return ['BASE_TYPE_CHOICES', `Value must be one of ${JSON.stringify(error.params.allowedValues)}.`];
    default:
      return [`BASE_TYPE_${error.keyword.toUpperCase()}`, error.message ?? 'Invalid'];
  }
}
