import { expect, test } from 'vitest';
import { plainOfWikitext } from '../../../../src/ingest/formats/wiki/wikitext.ts';
import { expectLinear } from '../../../growth.ts';

const check = (wiki: string, plain: string) => expect(plainOfWikitext(wiki)).toBe(plain);

test('a page as people write them is its prose', () =>
  check(
    `{{Infobox settlement
| name = Halvorsund
| population = {{formatnum:12345}}
}}
'''Halvorsund''' ({{IPA|no|hal}}; {{lang-non|Hálfsund}}) is a [[port|port town]] in [[Norway]].<ref name="a">{{cite web |url=https://example.org/a?b=c}}</ref> It lies {{convert|30|km|mi|abbr=on}} north of [[Bergen]].<ref name="a" /> It had 12,345&nbsp;inhabitants.{{citation needed}}

[[File:Bridge.jpg|thumb|The [[bridge]], seen from
the harbour]]
== History ==
It was founded {{circa|1070}}<!-- disputed -->. In 1702 ''the "great fire"'' took half of it&mdash;only the [[church]] was left.
{| class="wikitable"
! Year !! Population
|-
| 1900 || {{nowrap|4,000}}
|}
=== See also ===
* [[Bergen]]
* [https://example.org Tourist office]
== References ==
{{reflist}}
[[Category:Ports]]
[[de:Halvorsund]]`,
    [
      'Halvorsund (Hálfsund) is a port town in Norway. It lies 30 km north of Bergen. It had 12,345 inhabitants.',
      'History',
      'It was founded c. 1070. In 1702 the "great fire" took half of it—only the church was left.',
    ].join('\n\n'),
  ));

test('items of a list are paragraphs, unless all of them only lead elsewhere', () => {
  check('* [[Ada Renn]], writer\n* [[Bo]]\n# One.', 'Ada Renn, writer\n\nBo\n\nOne.');
  check('Text.\n* [[Ada Renn]]\n* [[Bo]] – [[Cy]]', 'Text.');
});

test('apostrophes are italics and bold only where they are two or more', () =>
  check(
    "Margit's ''Nordlys'' and '''''Sea''''' of '''bold''' ''''x'",
    "Margit's Nordlys and Sea of bold 'x'",
  ));

test('what is opened and never closed stands as it is written', () => {
  check('a {{b c', 'a {{b c');
  check('a [[b|c\n\nd]]', 'a [[b|c\n\nd]]');
  check('a < b and <ref>c', 'a < b and c');
  check('[https://example.org\nb]', '[https://example.org b]');
  check('A.\n{| x\n| y\nB.', 'A.\n\nB.');
});

test('pictures and labels have the names that the wiki gives them', () =>
  expect(plainOfWikitext('[[Datei:X.jpg|mini|Ein Bild]]Ein Satz.', new Set(['datei']))).toBe('Ein Satz.'));

test('what stands in nowiki is no markup', () => check('<nowiki>[[a]] {{b}}</nowiki>', '[[a]] {{b}}'));

/** What made other readers take minutes for a megabyte. */
const HOSTILE = [
  "'",
  '"',
  '{{',
  '[[',
  '\n{|',
  '<!--',
  '<ref>',
  '<ref ',
  '[[a|{{',
  '[[a\n\n',
  '[http://',
  '\n=',
  '( ,',
  '{{a|',
  '*[[a]]\n',
];

test.each(HOSTILE)('a page of nothing but %j takes as long as it is', (piece) => {
  const read = (size: number) => plainOfWikitext(piece.repeat(size / piece.length));
  return expectLinear(read, 2 ** 15);
});
