import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ButtonStyle } from 'discord-api-types/v10';
import { afterAll, expect, test } from 'vitest';
import { buildArchive, openArchive } from '../../../src/archive/open-archive.ts';
import { messagesFor } from '../../../src/discord/messages/catalogues.ts';
import {
  button,
  linkButton,
  menu,
  type Reply,
  reply,
  rows,
  text,
} from '../../../src/discord/render/reply.ts';
import { splitOf } from '../../../src/index/documents/document.ts';
import { packageRoot } from '../../../src/package.ts';
import { markdownHtml } from '../../../tools/preview/markdown-html.ts';
import { previewPage } from '../../../tools/preview/page.ts';
import { adding, question, tour } from '../../../tools/preview/tour.ts';
import { run } from '../../../tools/verbs/preview.ts';
import { articleOf } from '../../articles.ts';
import { markdownsOf, plainTextsOf } from '../../discord/loopback-itself/judge.ts';

const folder = mkdtempSync(join(tmpdir(), 'ibid-preview-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reading = { locale: 'en-US', now: new Date('2020-01-27T12:00:00Z') };
const shipped = await openArchive({ corpus: join(packageRoot(), 'corpus') });
const messages = messagesFor('en-US');

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"onload="alert(1)',
  "'onload='alert(1)",
  '</discord-message></html>',
  '<!-- ]]> -->',
  '&lt;b&gt; &amp;amp; &#60;',
  '[x](javascript:alert(1))',
  '<@123456789012345678> @everyone <:a:123456789012345678>',
];

/** What a browser would see as elements: name and attributes of every tag of the body. */
function tagsOf(html: string): { name: string; attributes: string[] }[] {
  return [...html.matchAll(/<([a-z0-9-]+)((?: [a-z-]+(?:="[^"]*")?)*)>/g)].map(([, name, attributes]) => ({
    name: name!,
    attributes: [...attributes!.matchAll(/ ([a-z-]+)(?:="[^"]*")?/g)].map(([, key]) => key!),
  }));
}

/** What people read, line by line. Every "<" of a text is escaped, so that each one begins a tag. */
function textOf(html: string): string {
  return html
    .replace(/<br>|<\/div><div dir="auto">/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => SIGNS[name]!);
}

const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

const bodyOf = (page: string) => page.slice(page.indexOf('<body>'));
const shownOf = (one: Reply, command = 'ask') => bodyOf(previewPage([{ command, reply: one }], reading, ''));
const html = (markdown: string) => markdownHtml(markdown, reading).html;

const ELEMENTS =
  /^(body|br|div|strong|em|u|s|discord-(messages|message|command|header|subscript|quote|code|link|time|spoiler)|span|a)$/;
const ATTRIBUTES =
  /^(author|avatar|role-color|bot|ephemeral|timestamp|slot|command|level|dir|embed|href|target|rel|class|style|title)$/;

function onlyOurTags(body: string) {
  for (const { name, attributes } of tagsOf(body)) {
    expect(name).toMatch(ELEMENTS);
    for (const attribute of attributes) expect(attribute).toMatch(ATTRIBUTES);
  }
  // What isn't one of these tags or their ends is text without a "<".
  const rest = body.replace(/<\/?[a-z0-9-]+(?: [a-z-]+(?:="[^"<>]*")?)*>/g, '').replace('</html>', '');
  expect(rest).not.toMatch(/[<>"]/);
}

test.each(HOSTILE)('%s in an article stays text', async (nasty) => {
  const sentence = `Zebedee said ${nasty} in Aleppo on Monday.`;
  const archive = await buildArchive([articleOf(sentence, 0, { title: nasty, publisher: nasty })]);
  const body = bodyOf(previewPage([await question('who', 'Zebedee', { archive, messages })], reading, ''));
  expect(textOf(body)).toContain(sentence);
  onlyOurTags(body);
});

test.each(HOSTILE)('%s stays text wherever a reply may hold it', (nasty) => {
  const body = shownOf(
    reply(
      [
        text(`### ${nasty.replaceAll('\n', ' ')}`),
        text(`> ${nasty}\n\`${nasty}\``),
        ...menu(nasty, nasty, [{ label: nasty, about: nasty, value: nasty }]),
        ...rows([button(nasty, nasty), linkButton(nasty, nasty)]),
      ],
      false,
    ),
    nasty,
  );
  onlyOurTags(body);
  expect(body).not.toContain('href="javascript');
});

test('every sentence of a tour is on the page, word for word, and so are its buttons and menus', async () => {
  const exchanges = await tour({ archive: shipped, messages });
  const page = bodyOf(previewPage(exchanges, reading, ''));
  expect(exchanges.map(({ command }) => command)).toEqual([
    'where',
    'who',
    'ask',
    'who',
    'help',
    'archive status',
  ]);
  expect(exchanges[2]!.reply.ephemeral).toBe(true);
  expect(markdownsOf(exchanges[2]!.reply).join('\n')).toContain('The archive may not answer this');
  const { articles } = await shipped.articles();
  const sentences = articles.flatMap(({ article }) =>
    splitOf(article).sentences.map(({ start, end }) => article.text.slice(start, end)),
  );
  const shown = sentences.filter((sentence) => textOf(page).includes(sentence));
  expect(shown.length).toBeGreaterThanOrEqual(3);
  const attributes = page.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => SIGNS[name]!);
  for (const { reply: one } of exchanges)
    for (const shown of plainTextsOf(one)) expect(attributes).toContain(shown);
});

test.each(['en-US', 'de', 'ru'])('a citation is the sentence, letter by letter, in %s', async (locale) => {
  const context = { archive: shipped, messages: messagesFor(locale) };
  for (const { name } of await shipped.suggest('', 25)) {
    const page = textOf(shownOf((await question('what', name, context)).reply));
    for (const { quote } of (await shipped.ask('what', name)).citations) expect(page).toContain(quote);
  }
});

test('a tour of an archive without articles has help, status, and an answer that is none', async () => {
  const exchanges = await tour({ archive: await buildArchive([]), messages });
  expect(exchanges.map(({ command }) => command)).toEqual(['who', 'help', 'archive status']);
});

test('headings, subtext, quotations and links are what Discord makes of them', () => {
  expect(html('### Where?\n-# small')).toBe(
    '<discord-header level="3">Where?</discord-header><discord-subscript>small</discord-subscript>',
  );
  expect(html('> a **b**\n> \\*c\n-# d')).toBe(
    '<discord-quote><div dir="auto">a <strong>b</strong></div><div dir="auto">*c</div></discord-quote><discord-subscript>d</discord-subscript>',
  );
  expect(html('[to it](https://a.example/?b=1&c)')).toBe(
    '<discord-link href="https://a.example/?b=1&amp;c" target="_blank" rel="noopener noreferrer">to it</discord-link>',
  );
  expect(html('`/who` — <t:1580122800:R>')).toBe(
    '<discord-code embed>/who</discord-code> — <discord-time>1 hour ago</discord-time>',
  );
});

test('colours, link buttons and what only the asker sees', () => {
  const body = shownOf(
    reply(
      rows([button('Go', 'x', ButtonStyle.Primary), linkButton('Out', 'https://a.example/')]),
      true,
      0x00ff,
    ),
    'where',
  );
  expect(body).toContain('<div class="container" style="--accent: #0000ff">');
  expect(body).toContain('<span class="button primary">Go</span>');
  expect(body).toContain(
    '<a class="button link" href="https://a.example/" target="_blank" rel="noopener noreferrer">Out</a>',
  );
  expect(body).toMatch(/<discord-message [^>]* ephemeral /);
  expect(body).toContain('command="/where"');
});

test('the file stands alone: one script that the policy names, and no address to load from', async () => {
  const lines: string[] = [];
  const output = { write: (line: string) => void lines.push(line), warn: () => {} };
  const out = join(folder, 'page.html');
  expect(await run(['where', "Ma'asaran"], { out, locale: 'de' }, output)).toBe(0);
  expect(lines).toEqual([out]);
  const page = readFileSync(out, 'utf8');
  expect(page).toContain('<html lang="de">');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('default-src &#39;none&#39;; script-src &#39;sha256-');
  expect(page.replace(/<script>.*?<\/script>/s, '')).not.toMatch(/\s(src|href)="(?!data:)/);
  for (const [, name] of bodyOf(page).matchAll(/<(discord-[a-z-]+)/g)) expect(page).toContain(`"${name}"`);
  expect(textOf(bodyOf(page))).toContain('Wo ist Ma’asaran?');
});

test('what an editor would be shown of a file, or why it is refused', async () => {
  const file = join(folder, 'upload.html');
  const of = async (content: string | Uint8Array) => {
    writeFileSync(file, content);
    return textOf(shownOf((await adding(file, { archive: shipped, messages })).reply));
  };
  const shown = await of('---\ntitle: The quarry\n---\nThe quarry of Sollen was closed. It is empty.');
  expect(shown).toContain('The quarry of Sollen was closed.');
  expect(shown).toMatch(/The quarry.*2 sentences.*\.md.*Add.*Cancel/s);
  expect(await of(Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0'), 'latin1'))).toContain(
    'This is a program',
  );
});

test('an article and a context are shown as Discord would, or it is said that there are none', async () => {
  const lines: string[] = [];
  const output = { write: (line: string) => void lines.push(line), warn: () => {} };
  const out = join(folder, 'read.html');
  const shownAs = async (...words: string[]) => {
    expect(await run(words, { out }, output)).toBe(0);
    return textOf(bodyOf(readFileSync(out, 'utf8')));
  };
  const { article } = (await shipped.articles()).articles[0]!;
  expect(await shownAs('article', article.id)).toContain(article.text.slice(0, 100));
  expect(await shownAs('context', 'where', 'Massaran')).toMatch(
    /In context.*Ma’asaran.*1 article searched.*Read the article/s,
  );
  await expect(run(['article', 'no such'], { out }, output)).rejects.toThrow('no article "no such"');
  await expect(run(['context', 'who', 'Zxqvw'], { out }, output)).rejects.toThrow('nothing is found');
});

test('a language that Ibid does not speak, and a verb without words, are wrong use', async () => {
  const output = { write: () => {}, warn: () => {} };
  await expect(run([], { locale: 'tlh' }, output)).rejects.toThrow('--locale: no "tlh"');
  await expect(run(['where'], {}, output)).rejects.toThrow('where');
  await expect(run(['quote'], {}, output)).rejects.toThrow('quote needs');
  await expect(run(['add'], {}, output)).rejects.toThrow('add needs');
  await expect(run(['article'], {}, output)).rejects.toThrow('article needs');
  await expect(run(['context'], {}, output)).rejects.toThrow();
});
