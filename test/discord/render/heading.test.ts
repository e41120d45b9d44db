import { expect, test } from 'vitest';
import { buildArchive } from '../../../src/archive/open-archive.ts';
import { messagesFor } from '../../../src/discord/messages/catalogues.ts';
import { headingOf } from '../../../src/discord/render/heading.ts';
import type { QuestionKind } from '../../../src/model/query.ts';
import { articleOf } from '../../articles.ts';

const TEXT = `Barrel bombs fell on the city of Aleppo. President Bashar al-Assad visited Aleppo, a city in Syria, on Monday.
Bashar al-Assad said that Aleppo was safe. The White Helmets, a relief organisation, counted the barrel bombs. The organisation White Helmets said so.`;
const archive = await buildArchive([articleOf(TEXT)]);

const headingFor = async (kind: QuestionKind, text: string, locale = 'en-US') =>
  headingOf(await archive.ask(kind, text), messagesFor(locale));

test.each<[QuestionKind, string, string]>([
  ['where', 'aleppo', 'Where is Aleppo?'],
  ['where', 'ALEPPO', 'Where is Aleppo?'],
  ['where', 'alepo', 'Where is Aleppo?'],
  ['who', 'bashar al-assad', 'Who is Bashar al-Assad?'],
  ['who', 'Zxqvw', 'Who is Zxqvw?'],
  ['what', 'barrel bombs', 'Barrel bombs'],
  ['what', 'Barrel bombs', 'Barrel bombs'],
  ['who', 'barrel bombs', 'Barrel bombs: who?'],
  ['where', 'barrel bombs', 'Barrel bombs: where?'],
  ['when', 'barrel bombs', 'Barrel bombs: when?'],
  ['how-many', 'barrel bombs', 'Barrel bombs: how many?'],
  ['who', 'white helmets', 'White Helmets: who?'],
  ['what', 'white helmets', 'White Helmets'],
  ['who', 'Who is Assad?', 'Who is Assad?'],
  ['ask', 'who said that Aleppo was safe?', 'Who said that Aleppo was safe?'],
  ['what', 'iPhone', 'iPhone'],
  ['what', 'al-Dana', 'al-Dana'],
])('/%s %s is headed “%s”', async (kind, text, heading) => {
  expect(await headingFor(kind, text)).toBe(heading);
});

test.each([
  ['de', 'Wo ist Aleppo?', 'Barrel bombs: wo?'],
  ['fr', 'Où est Aleppo\u00a0?', 'Barrel bombs\u00a0: où\u00a0?'],
  ['es-ES', '¿Dónde está Aleppo?', 'Barrel bombs: ¿dónde?'],
  ['pt-BR', 'Onde está Aleppo?', 'Barrel bombs: onde?'],
  ['ru', 'Где это: Aleppo?', 'Barrel bombs: где?'],
  ['tr', 'Aleppo nerede?', 'Barrel bombs: nerede?'],
  ['uk', 'Де це: Aleppo?', 'Barrel bombs: де?'],
])('in %s it is “%s”, and of a phrase “%s”', async (locale, name, phrase) => {
  expect(await headingFor('where', 'aleppo', locale)).toBe(name);
  expect(await headingFor('where', 'barrel bombs', locale)).toBe(phrase);
});
