import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { componentsWithin, type WireComponent } from '../wire.ts';
import { isV2, type MessageToBe } from './limits-messages.ts';
import { type Complaint, complaint, missing, type Rule, repeated, tooLong } from './violation.ts';

/** What Discord refuses in a message's components beyond what its API description says. */
export const componentRules: readonly Rule<MessageToBe>[] = [
  rowCount,
  v2NeedsItsFlag,
  v2WithoutContentOrEmbeds,
  v2ComponentCount,
  v2TextNotBlank,
  v2TextLength,
  v2TextBytes,
  customIdsUnique,
  componentIdsUnique,
  buttonShowsSomething,
  buttonDoesSomething,
  linkUrlLength,
  linkUrlScheme,
  selectAlone,
  valuesWithinOptions,
  optionValuesUnique,
];

const ROWS = 5;
const V2_COMPONENTS = 40;
const V2_TEXT = 4000;
/** Reported by users of V2, not documented. */
const V2_TEXT_BYTES = 10_000;
const LINK_URL = 512;

const SELECTS: ReadonlySet<number> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

export function* rowCount(message: MessageToBe): Iterable<Complaint> {
  if (isV2(message) || (message.components?.length ?? 0) <= ROWS) return;
  yield complaint('components', `Must be between 1 and ${ROWS} in length.`, 'BASE_TYPE_BAD_LENGTH');
}

export function* v2NeedsItsFlag(message: MessageToBe): Iterable<Complaint> {
  if (isV2(message)) return;
  for (const [index, component] of (message.components ?? []).entries()) {
    if (component.type === ComponentType.ActionRow) continue;
    const text = 'Value of field "type" must be one of (1,) without IS_COMPONENTS_V2.';
    yield complaint(`components.${index}.type`, text, 'UNION_TYPE_CHOICES');
  }
}

export function* v2WithoutContentOrEmbeds(message: MessageToBe): Iterable<Complaint> {
  if (!isV2(message)) return;
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  for (const field of ['content', 'embeds', 'poll'] as const) {
    const value = message[field];
    if (Array.isArray(value) ? value.length === 0 : !value) continue;
    yield complaint(field, `The '${field}' field cannot be used when using IS_COMPONENTS_V2`, code);
  }
}

export function* v2ComponentCount(message: MessageToBe): Iterable<Complaint> {
  if (!isV2(message) || [...componentsWithin(message.components)].length <= V2_COMPONENTS) return;
  const text = `The total number of components cannot exceed ${V2_COMPONENTS}`;
  yield complaint('components', text, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED');
}

export function* v2TextNotBlank(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of componentsWithin(message.components)) {
    if (component.type === ComponentType.TextDisplay && !component.content?.trim())
      yield missing(`${at}.content`);
  }
}

export function* v2TextLength(message: MessageToBe): Iterable<Complaint> {
  if (!isV2(message) || v2Text(message).length <= V2_TEXT) return;
  const text = `The total displayable text size must be less than or equal to ${V2_TEXT}`;
  yield complaint('components', text, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED');
}

export function* v2TextBytes(message: MessageToBe): Iterable<Complaint> {
  if (!isV2(message) || Buffer.byteLength(v2Text(message)) <= V2_TEXT_BYTES) return;
  const text = `The total displayable text must be at most ${V2_TEXT_BYTES} bytes`;
  yield complaint('components', text, 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED');
}

export function customIdsUnique(message: MessageToBe): Iterable<Complaint> {
  return repeatedCustomIds(message.components);
}

export function* componentIdsUnique(message: MessageToBe): Iterable<Complaint> {
  const values = [...componentsWithin(message.components)].flatMap(({ component, at }) =>
    component.id ? [{ value: String(component.id), at: `${at}.id` }] : [],
  );
  yield* repeated(values, 'Component id cannot be duplicated', 'COMPONENT_ID_DUPLICATED');
}

export function* buttonShowsSomething(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of buttonsOf(message)) {
    if (component.label || component.emoji || component.style === ButtonStyle.Premium) continue;
    yield complaint(at, 'A button must have a label or emoji', 'BUTTON_COMPONENT_INVALID_LABEL');
  }
}

export function* buttonDoesSomething(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of buttonsOf(message)) {
    const { style, url, custom_id, sku_id } = component;
    if (style === ButtonStyle.Link) {
      if (!url) yield complaint(at, 'A url is required', 'BUTTON_COMPONENT_URL_REQUIRED');
      if (custom_id) yield bothOf(at);
    } else if (style === ButtonStyle.Premium) {
      if (!sku_id) yield missing(`${at}.sku_id`);
    } else {
      if (!custom_id) yield complaint(at, 'A custom id is required', 'COMPONENT_CUSTOM_ID_REQUIRED');
      if (url) yield bothOf(at);
    }
  }
}

export function* linkUrlLength(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of buttonsOf(message)) {
    if ((component.url?.length ?? 0) > LINK_URL) yield tooLong(`${at}.url`, LINK_URL);
  }
}

export function* linkUrlScheme(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of buttonsOf(message)) {
    if (!component.url || /^(?:https?|discord):\/\/./i.test(component.url)) continue;
    const text = `Scheme must be one of ('http', 'https', 'discord').`;
    yield complaint(`${at}.url`, text, 'URL_TYPE_INVALID_SCHEME');
  }
}

export function* selectAlone(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of componentsWithin(message.components)) {
    const parts = component.components ?? [];
    if (component.type !== ComponentType.ActionRow || parts.length < 2) continue;
    if (!parts.some((part) => SELECTS.has(part.type))) continue;
    const text = 'The specified component exceeds the maximum width';
    yield complaint(`${at}.components`, text, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED');
  }
}

export function valuesWithinOptions(message: MessageToBe): Iterable<Complaint> {
  return valueBounds(message.components);
}

export function* optionValuesUnique(message: MessageToBe): Iterable<Complaint> {
  for (const { component, at } of componentsWithin(message.components)) {
    const values = (component.options ?? []).map(({ value }, index) => ({
      value,
      at: `${at}.options.${index}.value`,
    }));
    yield* repeated(
      values,
      'The specified option value is already used',
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    );
  }
}

export function* repeatedCustomIds(
  components: readonly WireComponent[] | null | undefined,
): Iterable<Complaint> {
  const values = [...componentsWithin(components)].flatMap(({ component, at }) =>
    component.custom_id ? [{ value: component.custom_id, at: `${at}.custom_id` }] : [],
  );
  yield* repeated(values, 'Component custom id cannot be duplicated', 'COMPONENT_CUSTOM_ID_DUPLICATED');
}

export function* valueBounds(components: readonly WireComponent[] | null | undefined): Iterable<Complaint> {
  for (const { component, at } of componentsWithin(components)) {
    if (!SELECTS.has(component.type)) continue;
    const max = component.max_values ?? 1;
    if (component.type === ComponentType.StringSelect && max > (component.options?.length ?? 0)) {
      const text = 'max_values must not exceed the number of options';
      yield complaint(`${at}.max_values`, text, 'SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS');
    }
    if ((component.min_values ?? 0) > max) {
      yield complaint(`${at}.min_values`, 'min_values must not exceed max_values', 'BASE_TYPE_MAX_VALUE');
    }
  }
}

function* buttonsOf(message: MessageToBe) {
  for (const found of componentsWithin(message.components)) {
    if (found.component.type === ComponentType.Button) yield found;
  }
}

const bothOf = (at: string): Complaint =>
  complaint(at, 'A custom id and url cannot both be specified', 'COMPONENT_CUSTOM_ID_AND_URL');

const v2Text = (message: MessageToBe): string =>
  [...componentsWithin(message.components)].map(({ component }) => component.content ?? '').join('');
