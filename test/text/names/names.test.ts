import { expect, test } from 'vitest';
import { nameRuns } from '../../../src/text/names/names.ts';
import { wordsOf } from '../../../src/text/tokens/words.ts';

/** The runs of capitalised words are those between square brackets. */
function check(marked: string): void {
  const text = marked.replace(/[[\]]/g, '');
  let shown = '';
  let at = 0;
  for (const { start, end } of nameRuns(wordsOf(text), text)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  expect(shown + text.slice(at)).toBe(marked);
}

test('words with a capital letter are a name', () => {
  check('troops entered [Idlib] and the [Syrian Democratic Forces] left');
});

test('the first word of a sentence opens a run unless it is a function word', () => {
  check('The [Syrian] army said so.');
  check('[Troops] said so.');
});

test('the Arabic article belongs to its name', () => {
  check('in [al-Dana], [Ma’ar Shourin] and [al-Za’alana]');
  check('[Hayat Tahrir al-Sham] ([HTS]) and [Jabhat al-Nusra]');
  check('[Abu Bakr al-Baghdadi] fled');
});

test('small words stand inside names, not at their edges', () => {
  check('the [Ministry of Defence] of the country');
  check('[Osama bin Laden] met [Ludwig van Beethoven]');
});

test('initials and hyphens are inside names', () => {
  check('[Jean-Claude Juncker], [George W. Bush] and [J.K. Rowling]');
  check('the [U.S. Senate]');
});

test('a small number belongs to the name before it, a year does not', () => {
  check('[Apollo 11] and [Boeing 747], in [Syria] 2018');
});

test('titles, weekdays and months are no names', () => {
  check('on Monday Mr. [Smith] met Dr. [Jones]');
  check('in October 2018 on a Sunday in [Homs]');
  check('in May 2020');
});

test('who speaks of himself names nobody', () => {
  check("I'm here, I've seen it, I’d go and I'll go");
});

test('a possessive is outside the name', () => {
  check('[Syria]’s [SANA]');
});

test('a name goes over a soft line break, not over a comma or a paragraph', () => {
  check('in [New\nYork]');
  check('in [New\r\nYork]');
  check('[Hama], [Aleppo]');
  check('[New]\n\n[York]');
});

test('scripts without capitals hold no runs', () => {
  check('في إدلب السورية');
  check('在北京');
});

test('runs say which words they are of', () => {
  const text = 'from the al-Watan newspaper';
  expect(nameRuns(wordsOf(text), text)).toEqual([{ first: 2, last: 4, start: 9, end: 17 }]);
});
