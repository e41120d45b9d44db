import { expect, test } from 'vitest';
import { buildArchive } from '../../../src/archive/open-archive.ts';
import { placeIn, readPlace } from '../../../src/discord/buttons/page-request.ts';
import { messagesFor } from '../../../src/discord/messages/catalogues.ts';
import { escapeMarkdown, isolated, oneLine, unescapeMarkdown } from '../../../src/discord/render/markdown.ts';
import { question } from '../../../tools/preview/tour.ts';
import { articleOf } from '../../articles.ts';
import { markdownsOf } from '../loopback-itself/judge.ts';

const TEXT = 'وُلد ابن بطوطة في طنجة. زار ابن بطوطة دمشق.';
const archive = await buildArchive([
  articleOf(TEXT, 0, {
    title: 'ابن بطوطة',
    publisher: 'الجزيرة',
    published: '2020-01-27',
    language: 'ar',
    origin: { title: 'field' },
  }),
]);
const messages = messagesFor('en-US');

test('names and titles from right to left are set apart in lines of ours, the quotation is as it stands', async () => {
  const { reply } = await question('who', 'ابن بطوطة', { archive, messages });
  const [head, description = ''] = markdownsOf(reply);
  expect(head).toBe('### Who is \u2068ابن بطوطة\u2069?');
  const [quote, source] = description.split('\n');
  expect(source).toContain('<t:1580119200:D> · \u2068الجزيرة\u2069 · \u2068ابن بطوطة\u2069');
  expect(quote).not.toMatch(/[\u2066-\u2069]/);
  expect(TEXT).toContain(quote!.replace(/^> /, '').replaceAll('**', ''));
});

test('a name that is not there is set apart, too', async () => {
  const { reply } = await question('who', 'نابليون', { archive, messages });
  expect(unescapeMarkdown(markdownsOf(reply)[1]!)).toContain('“\u2068نابليون\u2069”');
});

test('what is from left to right has no marks', () => {
  for (const text of ['Latakia', 'Пётр', '2020-01-27', '', '東京']) expect(isolated(text)).toBe(text);
});

test('a question is read back from its message with or without the marks', () => {
  const text = oneLine('من هو \u2067ابن بطوطة\u2069؟');
  const content = `### ${escapeMarkdown(isolated(text))}`;
  const place = placeIn(content, text)!;
  expect(readPlace(place, content)).toBe(text);
  expect(readPlace(place, content.replace(/[\u2066-\u2069]/g, ''))).toBe(text);
});
