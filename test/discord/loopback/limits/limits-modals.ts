import { ComponentType } from 'discord-api-types/v10';
import { componentsWithin, type WireChoice, type WireModal } from '../wire.ts';
import { longChoiceValues } from './limits-commands.ts';
import { repeatedCustomIds, valueBounds } from './limits-components.ts';
import { type Complaint, complaint, missing, type Rule, tooLong } from './violation.ts';

/** What Discord refuses in a modal beyond what its API description says. */
export const modalRules: readonly Rule<WireModal>[] = [
  modalComponentCount,
  modalCustomIdsUnique,
  modalInputLabelled,
  modalInputBounds,
  modalValuesWithinOptions,
];

/** What Discord refuses in autocomplete's choices beyond what its API description says. */
export const choiceRules: readonly Rule<readonly WireChoice[]>[] = [
  choicesCount,
  choiceNameLength,
  suggestedValueLength,
];

const COMPONENTS = 5;
const CHOICES = 25;
const CHOICE_NAME = 100;

export function* modalComponentCount({ components }: WireModal): Iterable<Complaint> {
  if (components.length >= 1 && components.length <= COMPONENTS) return;
  yield complaint('components', `Must be between 1 and ${COMPONENTS} in length.`, 'BASE_TYPE_BAD_LENGTH');
}

export function modalCustomIdsUnique({ components }: WireModal): Iterable<Complaint> {
  return repeatedCustomIds(components);
}

/** A text input is labelled by itself in a row, by its Label otherwise, and never by both. */
export function* modalInputLabelled({ components }: WireModal): Iterable<Complaint> {
  for (const [index, outer] of components.entries()) {
    if (outer.type === ComponentType.ActionRow) {
      for (const [place, input] of (outer.components ?? []).entries()) {
        if (!input.label) yield missing(`components.${index}.components.${place}.label`);
      }
    }
    if (outer.type === ComponentType.Label && outer.component?.label) {
      yield complaint(`components.${index}.component.label`, 'Must not be set within a label');
    }
  }
}

export function* modalInputBounds({ components }: WireModal): Iterable<Complaint> {
  for (const { component, at } of componentsWithin(components)) {
    if (component.type !== ComponentType.TextInput) continue;
    const max = component.max_length ?? 4000;
    if ((component.min_length ?? 0) > max) yield complaint(`${at}.min_length`, 'Greater than max_length');
    if ((component.value?.length ?? 0) > max) yield tooLong(`${at}.value`, max);
  }
}

export function modalValuesWithinOptions({ components }: WireModal): Iterable<Complaint> {
  return valueBounds(components);
}

export function* choicesCount(choices: readonly WireChoice[]): Iterable<Complaint> {
  if (choices.length > CHOICES) yield tooLong('choices', CHOICES);
}

export function* choiceNameLength(choices: readonly WireChoice[]): Iterable<Complaint> {
  for (const [index, { name }] of choices.entries()) {
    if (!name.trim()) yield missing(`choices.${index}.name`);
    if (name.length > CHOICE_NAME) yield tooLong(`choices.${index}.name`, CHOICE_NAME);
  }
}

export function suggestedValueLength(choices: readonly WireChoice[]): Iterable<Complaint> {
  return longChoiceValues(choices, 'choices');
}
