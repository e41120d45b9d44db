import { expect, test } from 'vitest';
import { rolesIn } from '../../src/query/name-roles.ts';
import { wordsOf } from '../../src/text/tokens/words.ts';

/** The words of a name that was typed: [qualifiers] in brackets, (dropped ones) in parentheses. */
function check(typed: string, expected: string): void {
  const words = wordsOf(typed);
  const roles = rolesIn(words, typed);
  const marked = words.map(({ start, end }, i) => {
    const word = typed.slice(start, end);
    return roles[i] === 'qualifier' ? `[${word}]` : roles[i] === 'dropped' ? `(${word})` : word;
  });
  expect(marked.join(' ')).toBe(expected);
}

test('titles and ranks say more of a name', () => {
  check('President Assad', '[President] Assad');
  check('Syrian President Bashar Assad', '[Syrian] [President] Bashar Assad');
  check('Gen. Votel', '[Gen] Votel');
  check('Prime Minister Haider Abadi', '[Prime] [Minister] Haider Abadi');
});

test('a title that no name follows is the name', () => {
  check('President', 'President');
  check('Prime Minister', 'Prime Minister');
  check('President of Syria', 'President [of] Syria');
});

test('a saint is a part of the name', () => {
  check('Saint Petersburg', 'Saint Petersburg');
  check('St. Louis', 'St Louis');
});

test('courtesies, suffixes and initials tell nobody apart', () => {
  check('Mr Ellwood', '(Mr) Ellwood');
  check('Julien M. Bussy', 'Julien (M) Bussy');
  check('Martin Luther King Jr', 'Martin Luther King (Jr)');
});

test('nothing is dropped of what would be left without a name', () => {
  check('Mr', 'Mr');
  check('A B', 'A B');
});

test('the kind of a place says more of it, before and behind', () => {
  check('the city of Aleppo', '[the] [city] [of] Aleppo');
  check('Idlib province', 'Idlib [province]');
  check('province', 'province');
});

test('what stands behind a comma says where it is', () => {
  check('Saraqib, Idlib', 'Saraqib [Idlib]');
  check('Paris, Texas, USA', 'Paris [Texas] [USA]');
});

test('particles inside a name may be missing', () => {
  check('Ludwig van Beethoven', 'Ludwig [van] Beethoven');
});

test('the Arabic article is dropped in other scripts, but not where it ends the name', () => {
  check('Эль-Хасака', '(Эль) Хасака');
  check('Дейр эз Зор', 'Дейр (эз) Зор');
  check('Μπασάρ αλ Άσαντ', 'Μπασάρ (αλ) Άσαντ');
  check('Эль', 'Эль');
});
