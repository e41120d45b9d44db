import { headOf, keyOf, type Lexicon } from '../index/lexicon/lexicon.ts';
import type { NameTypes } from '../index/lexicon/name-types.ts';
import type { Query, Subject } from '../model/query.ts';
import { wordsOf } from '../text/tokens/words.ts';

/**
 * The one name that a keyword query consists of, as the archive spells it; `undefined` of several names, of a phrase ("barrel
 * bombs"), and of a question. A name that the archive doesn't hold is as it was typed, and `other`.
 */
export function subjectOf(
  { isKeywordQuery, names, text }: Pick<Query, 'isKeywordQuery' | 'names' | 'text'>,
  lexicon: Lexicon,
  nameTypes: NameTypes,
): Subject | undefined {
  const [name, ...others] = names;
  if (!isKeywordQuery || others.length > 0) return undefined;
  // Scripts without capital letters show no names: what is asked for alone is taken for one.
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return { name: text, type: 'other' };
  if (name?.typed !== text) return undefined;
  if (name.match === 'none') return { name: text, type: 'other' };
  const read = name.match !== 'abbreviation' && name.readAs.length === 1 ? name.readAs[0]! : text;
  const words = wordsOf(read);
  const known = lexicon.name(keyOf(words));
  if (!known) return undefined;
  // Other apostrophes or hyphens than those that were typed are another spelling, which is said.
  const same = [...known.spellings].filter(([spelling]) => spelling.toLowerCase() === read.toLowerCase());
  return { name: headOf(new Map(same)) || read, type: nameTypes.typeOf(words, read) ?? 'other' };
}
