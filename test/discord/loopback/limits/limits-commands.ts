import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import type { WireChoice, WireCommand, WireOption } from '../wire.ts';
import { type Complaint, complaint, missing, type Rule, repeated, tooLong } from './violation.ts';

/** What Discord refuses in a list of commands beyond what its API description says. */
export const commandRules: readonly Rule<readonly WireCommand[]>[] = [
  commandNamePattern,
  commandDescriptionNotEmpty,
  contextMenuIsBare,
  commandCount,
  commandTotalLength,
  commandNamesUnique,
  optionNamesUnique,
  requiredOptionsFirst,
  subcommandsNotMixed,
  choicesWithoutAutocomplete,
  choiceNamesUnique,
  choiceValueLength,
  minNotAboveMax,
  localesKnown,
];

/** Discord's pattern: letters and digits of any script; where a lower case exists, it must be used. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const CHAT_INPUT_LIMIT = 100;
/** https://docs.discord.com/developers/interactions/application-commands: 15 per kind since 2025. */
const CONTEXT_MENU_LIMIT = 15;
const TOTAL_LENGTH = 8000;
const CHOICE_VALUE_LENGTH = 100;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

export function* commandNamePattern(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { named, at, chatInput } of namedThings(commands)) {
    if (!chatInput) continue;
    for (const [name, where] of namesOf(named)) {
      if (NAME.test(name) && name === name.toLowerCase()) continue;
      yield complaint(`${at}.${where}`, 'Command name is invalid', 'APPLICATION_COMMAND_INVALID_NAME');
    }
  }
}

export function* commandDescriptionNotEmpty(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { named, at, chatInput } of namedThings(commands)) {
    if (chatInput && !named.description?.trim()) yield missing(`${at}.description`);
  }
}

export function* contextMenuIsBare(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const [index, command] of commands.entries()) {
    if (isChatInput(command)) continue;
    const code = 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION';
    if (command.description) {
      yield complaint(`${index}.description`, 'Context menu commands cannot have description', code);
    }
    if (command.options?.length) {
      yield complaint(`${index}.options`, 'Context menu commands cannot have options', code);
    }
  }
}

export function* commandCount(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const type of [
    ApplicationCommandType.ChatInput,
    ApplicationCommandType.User,
    ApplicationCommandType.Message,
  ]) {
    const limit = type === ApplicationCommandType.ChatInput ? CHAT_INPUT_LIMIT : CONTEXT_MENU_LIMIT;
    const count = commands.filter((command) => typeOf(command) === type).length;
    if (count <= limit) continue;
    const message = `Maximum number of application commands reached (${limit}).`;
    yield complaint('', message, 'APPLICATION_COMMAND_TOO_MANY');
  }
}

export function* commandTotalLength(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const [index, command] of commands.entries()) {
    if (totalLength(command) > TOTAL_LENGTH) {
      const message = `Command exceeds maximum size (${TOTAL_LENGTH})`;
      yield complaint(`${index}`, message, 'APPLICATION_COMMAND_TOO_LARGE');
    }
  }
}

export function commandNamesUnique(commands: readonly WireCommand[]): Iterable<Complaint> {
  const values = commands.map((command, index) => ({
    value: `${typeOf(command)} ${command.name}`,
    at: `${index}.name`,
  }));
  const message = 'Application command names must be unique';
  return repeated(values, message, 'APPLICATION_COMMANDS_DUPLICATE_NAME');
}

export function* optionNamesUnique(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { options, at } of optionLists(commands)) {
    const values = options.map((option, index) => ({ value: option.name, at: `${at}.${index}.name` }));
    yield* repeated(values, 'Option name already exists', 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS');
  }
}

export function* requiredOptionsFirst(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { options, at } of optionLists(commands)) {
    const firstOptional = options.findIndex((option) => !option.required);
    for (const [index, option] of options.entries()) {
      if (!option.required || firstOptional < 0 || index < firstOptional) continue;
      const message = 'Required options must be placed before non-required options';
      yield complaint(`${at}.${index}`, message, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID');
    }
  }
}

export function* subcommandsNotMixed(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { options, at } of optionLists(commands)) {
    const nested = options.filter(isSubcommand).length;
    if (nested === 0 || nested === options.length) continue;
    const message = 'Sub-command option types are mutually exclusive to all other types';
    yield complaint(at, message, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID');
  }
}

export function* choicesWithoutAutocomplete(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { option, at } of optionsOf(commands)) {
    if (!option.autocomplete || !option.choices?.length) continue;
    const message = 'Autocomplete options cannot have choices';
    yield complaint(`${at}.choices`, message, 'APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_WITH_CHOICES');
  }
}

export function* choiceNamesUnique(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { option, at } of optionsOf(commands)) {
    const values = (option.choices ?? []).map((choice, index) => ({
      value: choice.name,
      at: `${at}.choices.${index}.name`,
    }));
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS';
    yield* repeated(values, 'Option choice name already exists', code);
  }
}

export function* choiceValueLength(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { option, at } of optionsOf(commands)) {
    yield* longChoiceValues(option.choices ?? [], `${at}.choices`);
  }
}

export function* longChoiceValues(choices: readonly WireChoice[], at: string): Iterable<Complaint> {
  for (const [index, { value }] of choices.entries()) {
    if (String(value).length > CHOICE_VALUE_LENGTH)
      yield tooLong(`${at}.${index}.value`, CHOICE_VALUE_LENGTH);
  }
}

export function* minNotAboveMax(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { option, at } of optionsOf(commands)) {
    if ((option.min_length ?? 0) > (option.max_length ?? Number.POSITIVE_INFINITY)) {
      yield complaint(`${at}.min_length`, 'min_length is greater than max_length');
    }
    if ((option.min_value ?? Number.NEGATIVE_INFINITY) > (option.max_value ?? Number.POSITIVE_INFINITY)) {
      yield complaint(`${at}.min_value`, 'min_value is greater than max_value');
    }
  }
}

export function* localesKnown(commands: readonly WireCommand[]): Iterable<Complaint> {
  for (const { named, at } of namedThings(commands)) {
    for (const field of ['name_localizations', 'description_localizations'] as const) {
      for (const locale of Object.keys(named[field] ?? {})) {
        if (LOCALES.has(locale)) continue;
        yield complaint(`${at}.${field}`, `Value "${locale}" is not a locale.`, 'ENUM_TYPE_COERCE');
      }
    }
  }
}

const typeOf = (command: WireCommand): number => command.type ?? ApplicationCommandType.ChatInput;
const isChatInput = (command: WireCommand): boolean => typeOf(command) === ApplicationCommandType.ChatInput;

const isSubcommand = (option: WireOption): boolean =>
  option.type === ApplicationCommandOptionType.Subcommand ||
  option.type === ApplicationCommandOptionType.SubcommandGroup;

type Named = Pick<
  WireCommand,
  'name' | 'name_localizations' | 'description' | 'description_localizations' | 'options'
>;

function* namedThings(commands: readonly WireCommand[]) {
  for (const [index, command] of commands.entries()) {
    yield { named: command as Named, at: `${index}`, chatInput: isChatInput(command) };
  }
  for (const { option, at } of optionsOf(commands)) yield { named: option as Named, at, chatInput: true };
}

function* optionsOf(commands: readonly WireCommand[]) {
  for (const { options, at } of optionLists(commands)) {
    for (const [index, option] of options.entries()) yield { option, at: `${at}.${index}` };
  }
}

function* optionLists(
  owners: readonly Named[],
  at = '',
): Generator<{ readonly options: readonly WireOption[]; readonly at: string }> {
  for (const [index, owner] of owners.entries()) {
    if (!owner.options?.length) continue;
    const here = `${at}${index}.options`;
    yield { options: owner.options, at: here };
    yield* optionLists(owner.options, `${here}.`);
  }
}

function* namesOf(named: Named): Iterable<readonly [string, string]> {
  yield [named.name, 'name'];
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    yield [name, `name_localizations.${locale}`];
  }
}

/** Of the localised forms of one field only the longest counts. */
function totalLength(thing: Named & { readonly choices?: readonly WireChoice[] | null }): number {
  const own = longest(thing.name, thing.name_localizations);
  const described = longest(thing.description ?? '', thing.description_localizations);
  const choices = (thing.choices ?? []).map(
    (choice) => longest(choice.name, choice.name_localizations) + String(choice.value).length,
  );
  return own + described + sum(choices) + sum((thing.options ?? []).map(totalLength));
}

const longest = (text: string, localised: Readonly<Record<string, string>> | null | undefined): number =>
  Math.max(text.length, ...Object.values(localised ?? {}).map((other) => other.length));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
