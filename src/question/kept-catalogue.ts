import { NAME_TYPES } from '../model.ts';
import { type Catalogue, type CatalogueEntry, typerOf } from './catalogue.ts';

/** How many sections a catalogue is. */
export const CATALOGUE_SECTIONS = 3;

/** A catalogue as sections of bytes: its names and the keys that they have, sentences of names, types of names and keys. */
export function sectionsOfCatalogue({ entries, types }: Catalogue): Uint8Array[] {
  const words: Words = { names: entries.map(({ name }) => name), keys: [...types.keys()] };
  const sentences = Uint32Array.from(entries.map((entry) => entry.sentences));
  const all = [...entries.map(({ type }) => type), ...types.values()];
  return [
    Buffer.from(JSON.stringify(words)),
    new Uint8Array(sentences.buffer),
    Uint8Array.from(all.map((type) => NAME_TYPES.indexOf(type))),
  ];
}

/** The catalogue of these sections; each of them begins at a multiple of 8 in its memory. */
export function catalogueIn(sections: readonly Uint8Array<ArrayBuffer>[]): Catalogue {
  const [json, numbers, codes] = sections as readonly [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  const { names, keys } = JSON.parse(Buffer.from(json).toString()) as Words;
  const sentences = new Uint32Array(numbers.buffer, numbers.byteOffset, names.length);
  const typeAt = (place: number) => NAME_TYPES[codes[place]!]!;
  const entries = names.map((name, i): CatalogueEntry => {
    return { name, sentences: sentences[i]!, type: typeAt(i) };
  });
  const types = new Map(keys.map((key, i) => [key, typeAt(names.length + i)]));
  return { entries, types, typeOf: typerOf(types) };
}

interface Words {
  readonly names: readonly string[];
  readonly keys: readonly string[];
}
