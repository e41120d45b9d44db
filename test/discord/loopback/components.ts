import { type APIUser, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Reply } from './reply.ts';
import { componentsWithin, type WireComponent, type WireModal } from './wire.ts';
import type { StoredMessage, World } from './world.ts';

/** The message that this user sees and can act on; it throws where there is none (any more). */
export function visibleMessage(world: World, reply: Reply, user: APIUser): StoredMessage {
  const { what } = reply.interaction;
  const stored = world.messages.get(reply.id);
  if (!stored) throw new Error(`the answer to ${what} is no message`);
  if (stored.deleted) throw new Error(`the answer to ${what} was deleted`);
  if (stored.ephemeralFor !== undefined && stored.ephemeralFor !== user.id) {
    throw new Error(`the answer to ${what} is shown to someone else only`);
  }
  return stored;
}

/** Finds a button by its label, its emoji or its custom_id. */
export function findButton(reply: Reply, which: string): WireComponent {
  const buttons = [...componentsWithin(reply.components)]
    .map(({ component }) => component)
    .filter((component) => component.type === ComponentType.Button);
  const names = (button: WireComponent) => [button.custom_id, button.label, button.emoji?.name];
  const button = buttons.find((one) => names(one).includes(which));
  if (!button) {
    const there = buttons.map((one) => one.label ?? one.emoji?.name).join(', ') || 'none';
    throw new Error(`the answer to ${reply.interaction.what} has no button ${which} (there are: ${there})`);
  }
  if (button.disabled) throw new Error(`the button ${which} is disabled`);
  if (button.style === ButtonStyle.Link) throw new Error(`the button ${which} is a link to ${button.url}`);
  return button;
}

/** Finds a select menu by its custom_id or placeholder; without either the only one there is. */
export function findSelect(reply: Reply, which: string | undefined): WireComponent {
  const menus = [...componentsWithin(reply.components)]
    .map(({ component }) => component)
    .filter((component) => isSelect(component.type));
  const menu =
    which === undefined && menus.length === 1
      ? menus[0]
      : menus.find((one) => one.custom_id === which || one.placeholder === which);
  if (!menu) {
    const there = menus.map((one) => one.placeholder ?? one.custom_id).join(', ') || 'none';
    throw new Error(`the answer to ${reply.interaction.what} has no menu ${which} (there are: ${there})`);
  }
  if (menu.disabled) throw new Error(`the menu ${menu.custom_id} is disabled`);
  return menu;
}

/** The values to send for what a user picks by label or value. */
export function picked(menu: WireComponent, wanted: readonly string[]): readonly string[] {
  const [min, max] = [menu.min_values ?? 1, menu.max_values ?? 1];
  if (wanted.length < min || wanted.length > max) {
    throw new Error(`the menu ${menu.custom_id} takes ${min} to ${max} values, not ${wanted.length}`);
  }
  if (menu.type !== ComponentType.StringSelect) return wanted;
  return wanted.map((one) => {
    const option = menu.options?.find(({ label, value }) => label === one || value === one);
    if (option) return option.value;
    const there = menu.options?.map(({ label }) => label).join(', ');
    throw new Error(`the menu ${menu.custom_id} has no option ${one} (there are: ${there})`);
  });
}

export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/** A modal's fields as they are sent, filled in by custom_id or label; it throws where the form would stay open. */
export function fillModal(modal: WireModal, values: ModalValues): readonly unknown[] {
  const fields = modal.components.flatMap((outer) => fieldsOf(outer));
  const unknown = Object.keys(values).find((key) => !fields.some((field) => isNamed(field, key)));
  if (unknown !== undefined) {
    const there = fields.map(({ field }) => field.custom_id).join(', ');
    throw new Error(`the form "${modal.title}" has no field ${unknown} (there are: ${there})`);
  }
  return modal.components.map((outer, index) => {
    const { type } = outer;
    const id = outer.id ?? index + 1;
    if (outer.component) return { type, id, component: fillField(modal, outer, outer.component, values) };
    const filled = (outer.components ?? []).map((field) => fillField(modal, outer, field, values));
    return outer.components ? { type, id, components: filled } : { type, id };
  });
}

interface Field {
  readonly field: WireComponent;
  readonly label: string | null | undefined;
}

const fieldsOf = (outer: WireComponent): readonly Field[] =>
  outer.component
    ? [{ field: outer.component, label: outer.label }]
    : (outer.components ?? []).map((field) => ({ field, label: field.label }));

const isNamed = ({ field, label }: Field, name: string): boolean =>
  field.custom_id === name || label === name;

function fillField(modal: WireModal, outer: WireComponent, field: WireComponent, values: ModalValues) {
  const named = { field, label: outer.label ?? field.label };
  const entry = Object.entries(values).find(([name]) => isNamed(named, name))?.[1];
  const { type, custom_id } = field;
  const where = `the form "${modal.title}", field ${custom_id}`;
  if (type !== ComponentType.TextInput) {
    const wanted = typeof entry === 'string' ? [entry] : (entry ?? []);
    return { type, custom_id, values: wanted.length > 0 ? picked(field, wanted) : [] };
  }
  const value = String(entry ?? field.value ?? '');
  if (!value && field.required !== false) throw new Error(`${where} must be filled in`);
  if (value && value.length < (field.min_length ?? 0)) throw new Error(`${where}: too short`);
  if (value.length > (field.max_length ?? 4000)) throw new Error(`${where}: too long`);
  return { type, custom_id, value };
}

const isSelect = (type: number): boolean =>
  type === ComponentType.StringSelect ||
  (type >= ComponentType.UserSelect && type <= ComponentType.ChannelSelect);
