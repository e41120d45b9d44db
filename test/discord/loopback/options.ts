import { type APIUser, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { memberPayload } from './places.ts';
import type { WireOption } from './wire.ts';
import type { World } from './world.ts';

/** What a user can enter for an option: text and numbers as they are, people by themselves, files by content. */
export type OptionValue = string | number | boolean | { readonly id: string } | FileToSend;
export type OptionValues = Readonly<Record<string, OptionValue>>;

export interface FileToSend {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly type?: string;
}

export interface FilledOptions {
  readonly options: readonly FilledOption[];
  readonly resolved: Readonly<Record<string, Record<string, unknown>>>;
}

export interface FilledOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly FilledOption[];
}

export interface Form {
  /** As typed: `/archive status`. */
  readonly title: string;
  readonly subcommands: readonly string[];
  readonly values: OptionValues;
  /** Autocomplete: the option that is being typed into; nothing is required yet. */
  readonly focused?: string;
  readonly inGuild: boolean;
}

/** Fills in a command's form as Discord's client would let a user do it; it throws where it would not. */
export function fillOptions(world: World, options: readonly WireOption[], form: Form): FilledOptions {
  const resolved: Record<string, Record<string, unknown>> = {};
  return { options: fillLevel(world, options, form, form.subcommands, resolved), resolved };
}

function fillLevel(
  world: World,
  options: readonly WireOption[],
  form: Form,
  path: readonly string[],
  resolved: Record<string, Record<string, unknown>>,
): readonly FilledOption[] {
  const [name, ...rest] = path;
  if (name !== undefined) {
    const sub = options.find((option) => option.name === name && isNested(option));
    if (!sub) throw new Error(`${form.title}: there is no subcommand ${name}${namesOf(options)}`);
    const inner = fillLevel(world, sub.options ?? [], form, rest, resolved);
    return [{ name, type: sub.type, options: inner }];
  }
  if (options.some(isNested)) throw new Error(`${form.title} needs a subcommand${namesOf(options)}`);
  const unknown = Object.keys(form.values).find((key) => !options.some((option) => option.name === key));
  if (unknown !== undefined) throw new Error(`${form.title} has no option ${unknown}${namesOf(options)}`);
  return options.flatMap((option) => fillOne(world, option, form, resolved));
}

const isNested = (option: WireOption): boolean =>
  option.type === Type.Subcommand || option.type === Type.SubcommandGroup;

const namesOf = (options: readonly WireOption[]): string =>
  ` (it has: ${options.map((option) => option.name).join(', ') || 'none'})`;

function fillOne(
  world: World,
  option: WireOption,
  form: Form,
  resolved: Record<string, Record<string, unknown>>,
): readonly FilledOption[] {
  const value = form.values[option.name];
  const { name, type } = option;
  const isFocused = form.focused === name;
  if (value === undefined && isFocused) return [{ name, type, value: '', focused: true }];
  if (value === undefined) {
    if (!option.required || form.focused !== undefined) return [];
    throw new Error(`${form.title} needs the option ${name}`);
  }
  // What is being typed is sent as it stands, a number too.
  if (isFocused) return [{ name, type, value: String(value), focused: true }];
  return [{ name, type, value: entered(world, option, value, form, resolved) }];
}

function entered(
  world: World,
  option: WireOption,
  value: OptionValue,
  form: Form,
  resolved: Record<string, Record<string, unknown>>,
): string | number | boolean {
  const where = `${form.title} ${option.name}`;
  if (typeof value !== 'object') return plainValue(option, value, where);
  if (option.type === Type.Attachment && 'content' in value) {
    const attachment = upload(world, value);
    resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment };
    return attachment.id;
  }
  if ('id' in value) return mention(world, option, value.id, form, resolved);
  throw new Error(`${where}: a file is no value for this option`);
}

function plainValue(option: WireOption, value: string | number | boolean, where: string) {
  const fits: Readonly<Record<number, boolean>> = {
    [Type.String]: typeof value === 'string',
    [Type.Integer]: Number.isInteger(value),
    [Type.Number]: typeof value === 'number',
    [Type.Boolean]: typeof value === 'boolean',
  };
  if (!fits[option.type]) throw new Error(`${where}: ${value} is no value for type ${Type[option.type]}`);
  if (option.choices?.length) return chosen(option, value, where);
  const size = typeof value === 'string' ? value.length : Number(value);
  const [min, max] =
    typeof value === 'string'
      ? [option.min_length ?? 0, option.max_length ?? 6000]
      : [option.min_value ?? Number.NEGATIVE_INFINITY, option.max_value ?? Number.POSITIVE_INFINITY];
  if (size < min || size > max) throw new Error(`${where}: ${value} is not between ${min} and ${max}`);
  return value;
}

function chosen(option: WireOption, value: string | number | boolean, where: string): string | number {
  const choice = option.choices?.find((one) => one.value === value || one.name === value);
  if (choice) return choice.value;
  throw new Error(`${where}: ${value} is none of ${option.choices?.map((one) => one.name).join(', ')}`);
}

function mention(
  world: World,
  option: WireOption,
  id: string,
  form: Form,
  resolved: Record<string, Record<string, unknown>>,
): string {
  const user = world.users.get(id);
  const add = (kind: string, payload: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: payload };
  };
  if (user && (option.type === Type.User || option.type === Type.Mentionable)) {
    add('users', user);
    if (form.inGuild) add('members', memberWithoutUser(user));
    return id;
  }
  const channel = world.channels.get(id);
  if (channel && option.type === Type.Channel) {
    const { type, name = '' } = channel;
    add('channels', { id, type, name, permissions: '0', parent_id: null });
    return id;
  }
  throw new Error(`${form.title} ${option.name}: there is no ${Type[option.type]} ${id}`);
}

export function memberWithoutUser(user: APIUser) {
  const { user: _, deaf: __, mute: ___, ...member } = memberPayload(user);
  return { ...member, permissions: '0' };
}

/** Puts a user's file where the bot can fetch it. */
export function upload(world: World, file: FileToSend) {
  const id = world.newId();
  const bytes = typeof file.content === 'string' ? Buffer.from(file.content) : file.content;
  const url = `${world.origin}/attachments/${id}/${encodeURIComponent(file.name)}`;
  const content_type = file.type ?? 'text/plain; charset=utf-8';
  const attachment = {
    id,
    filename: file.name,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type,
    ephemeral: true,
  };
  world.files.set(id, { attachment, bytes });
  return attachment;
}
