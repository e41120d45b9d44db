// The three kinds of feed, as the npm package `feed` writes them: make-feeds.mjs PATH-OF-THE-PACKAGE HTML.
import { readFileSync, writeFileSync } from 'node:fs';

const { Feed } = await import(process.argv[2]);
const day = new Date('2021-05-14T10:30:00+02:00');
const address = 'https://halvorsund.example';
const feed = new Feed({
  title: 'Halvorsund Post',
  id: address,
  link: address,
  language: 'en',
  copyright: 'none',
  updated: day,
});
feed.addItem({
  title: 'The bridge at Halvorsund',
  id: `${address}/bridge`,
  link: `${address}/bridge`,
  date: day,
  published: day,
  author: [{ name: 'Ingrid Solheim' }],
  description: 'The bridge opens.',
  content: readFileSync(process.argv[3], 'utf8'),
});
writeFileSync('harbour.rss', feed.rss2());
writeFileSync('harbour.atom', feed.atom1());
writeFileSync('harbour.feed.json', feed.json1());
