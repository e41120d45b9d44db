import { expect, test } from 'vitest';
import { corpusOf, linesOf } from '../folder.ts';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Example</title><link>https://example.org/</link><language>en</language>
<item><title>A bridge &amp;#8217;s end</title><link>https://example.org/a</link><guid isPermaLink="false">a1</guid>
<pubDate>Mon, 27 Jan 2020 10:30:00 +0200</pubDate><dc:creator>A. Writer</dc:creator><category>Bridges</category>
<description>&lt;p&gt;The gist.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The bridge &amp; the road.</p><p>Works go on.</p>]]></content:encoded></item>
<item><title>A teaser</title><link>https://example.org/b</link><description>Only the gist.</description></item>
<item><title>All in the description</title><guid>c1</guid><description>${'One sentence more. '.repeat(80)}</description></item>
</channel></rss>`;

test('an item of RSS is an article, and one that holds only a summary says so', async () => {
  const { articles, problems } = await corpusOf({ 'news.rss': RSS });
  expect(articles[0]).toEqual({
    id: 'news.rss#a1',
    path: 'news.rss',
    encoding: 'utf-8',
    text: 'The bridge & the road.\n\nWorks go on.',
    title: 'A bridge ’s end',
    published: '2020-01-27T10:30:00+02:00',
    publisher: 'The Example',
    author: 'A. Writer',
    url: 'https://example.org/a',
    language: 'en',
    tags: ['Bridges'],
    origin: {
      title: 'feed item',
      published: 'feed item',
      publisher: 'feed',
      author: 'feed item',
      url: 'feed item',
      language: 'feed',
      tags: 'feed item',
    },
  });
  expect(articles.map(({ id, tags }) => [id, tags])).toEqual([
    ['news.rss#a1', ['Bridges']],
    ['news.rss#https://example.org/b', ['summary only']],
    ['news.rss#c1', undefined],
  ]);
  expect(linesOf(problems)).toEqual([
    'warning news.rss summaries: 1 of 3 items hold only a summary (tagged "summary only")',
  ]);
});

test('Atom: plain text, HTML and XHTML', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
    <entry><id>urn:1</id><title>1 &lt; 2</title><link rel="edit" href="https://example.org/e"/><link href="https://example.org/1"/>
    <published>2020-01-27T10:30:00+02:00</published><updated>2020-02-28T10:30:00Z</updated><author><name>W</name></author>
    <content type="html">&lt;p&gt;Text &amp;amp; more&lt;/p&gt;</content></entry>
    <entry><id>urn:2</id><title>B</title><updated>2020-02-28</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein <b>Satz</b>.</p></div></content></entry></feed>`;
  const { articles, problems } = await corpusOf({ 'a.xml': atom });
  expect(problems).toEqual([]);
  expect(articles[0]).toMatchObject({
    title: '1 < 2',
    text: 'Text & more',
    url: 'https://example.org/1',
    language: 'de',
  });
  expect(articles[0]!.published).toBe('2020-01-27T10:30:00+02:00');
  expect(articles[1]).toMatchObject({ text: 'Ein Satz.', published: '2020-02-28', publisher: 'Der Bote' });
});

test('JSON Feed', async () => {
  const item = {
    id: '1',
    url: 'https://example.org/1',
    content_text: 'a < b\nc',
    date_published: '2020-01-27',
  };
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    authors: [{ name: 'W' }],
    items: [item],
  };
  const { articles } = await corpusOf({ 'feed.json': JSON.stringify(feed), 'package.json': '{}' });
  expect(articles).toHaveLength(1);
  expect(articles[0]).toMatchObject({ id: 'feed.json#1', text: 'a < b\nc', author: 'W', title: 'a < b' });
});

test('XML that is no feed is left out with a word', async () => {
  const { problems } = await corpusOf({ 'a.xml': '<note/>', 'b.txt': 'Good.' });
  expect(linesOf(problems)).toEqual([
    expect.stringMatching(/^warning a\.xml unsupported XML, left out: <note> is neither a feed/),
  ]);
});

test('entities that unfold to a billion are not unfolded', async () => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
    '',
  );
  const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${entities}]>${'<rss version="2.0"><channel><title>T</title>'}<item><title>x</title><description>Ha &l9;</description></item></channel></rss>`;
  const { articles } = await corpusOf({ 'a.rss': bomb });
  expect(articles[0]!.text).toBe('Ha &l9;');
});

test.each([
  ['elements nested 100,000 deep', '<a>'.repeat(100_000)],
  [
    'closed elements nested 100,000 deep',
    `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</channel></rss>`,
  ],
])('%s in a feed are no crash', async (_, middle) => {
  const feed = `<rss version="2.0"><channel><title>T</title><item><title>x</title></item>${middle}`;
  const { problems } = await corpusOf({ 'a.rss': feed, 'b.txt': 'Good.' });
  expect(linesOf(problems).filter((line) => line.includes(' a.rss '))).toHaveLength(1);
});
