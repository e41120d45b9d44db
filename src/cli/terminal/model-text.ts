import type { EncoderModel } from '../../encoder/encoder.ts';
import { namesOfLanguages } from '../../text/languages/language-names.ts';
import { visible } from './visible.ts';

/** `english (English)`, `multilingual-e5-small (any language)`. */
export function modelText({ name, languages }: Pick<EncoderModel, 'name' | 'languages'>): string {
  const named = namesOfLanguages('en');
  return `${visible(name)} (${languages === 'any' ? 'any language' : languages.map(named).join(', ')})`;
}
