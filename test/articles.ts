import { type Archive, buildArchive } from '../src/archive/archive.ts';
import { collect, type MemoryCollection } from '../src/index/documents/document.ts';
import type { Article } from '../src/model/model.ts';

/** An article of this text, called by its place: `a`, `b` … */
export function articleOf(text: string, place = 0, more: Partial<Article> = {}): Article {
  const id = String.fromCharCode('a'.charCodeAt(0) + place);
  return {
    id,
    path: `${id}.txt`,
    text,
    title: text.slice(0, 20),
    encoding: 'utf-8',
    origin: { title: 'opening words' },
    ...more,
  };
}

export function collectionOf(...texts: string[]): MemoryCollection {
  return collect(texts.map((text, place) => articleOf(text, place)));
}

export function archiveOf(...texts: string[]): Archive {
  return buildArchive(texts.map((text, place) => articleOf(text, place)));
}
