import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collect } from '../corpus/collection.ts';
import { catalogueTyper, type GoldName, type Typer, TYPES_MEASURED, typeScores } from '../eval/name-types.ts';
import type { Article, NameType } from '../model.ts';
import { WrongUse } from '../wrong-use.ts';
import type { Output } from './output.ts';

export interface EvalNamesFlags {
  readonly verbose?: boolean;
}

/** Prints how well the names of a folder in re3d's form are typed, by us and by compromise alone. */
export async function run(folder: string, flags: EvalNamesFlags, output: Output): Promise<number> {
  const articles = await readArticles(folder);
  const gold = await readGold(folder, articles);
  const peer = await compromiseTyper(articles);
  const typers: readonly (readonly [string, Typer | undefined])[] = [
    ['ibid', catalogueTyper(collect(articles))],
    ['compromise', peer],
  ];
  const places = new Map(articles.map(({ id }, place) => [id, place]));
  const sets: readonly (readonly [string, readonly GoldName[]])[] = [
    ['all spans', gold],
    ['even documents', gold.filter(({ article }) => places.get(article)! % 2 === 0)],
    ['odd documents', gold.filter(({ article }) => places.get(article)! % 2 === 1)],
    ['spans with a name', gold.filter((one) => holdsName(textOf(articles, places, one)))],
  ];
  output.write(`${folder}: ${articles.length} documents`);
  for (const [label, spans] of sets) {
    output.write('');
    output.write(rowOf(`${label}: ${spans.length}`, [...TYPES_MEASURED, 'macro F1']));
    for (const [name, typer] of typers) {
      if (!typer) continue;
      const { byType, macro } = typeScores(spans, spans.map(typer));
      output.write(rowOf(`  ${name}`, [...TYPES_MEASURED.map((type) => byType[type].f1.toFixed(3)), macro.toFixed(3)]));
    }
  }
  if (!peer) output.warn('compromise is not installed (a development dependency): its figures are left out');
  if (flags.verbose) {
    const typer = typers[0]![1]!;
    for (const one of gold) {
      const given = typer(one);
      if (given !== one.type) output.write(`${one.type} read as ${given}: ${textOf(articles, places, one).replace(/\s+/g, ' ')}`);
    }
  }
  return 0;
}

function rowOf(label: string, cells: readonly string[]): string {
  return label.padEnd(26) + cells.map((cell) => cell.padStart(14)).join('');
}
function textOf(articles: readonly Article[], places: ReadonlyMap<string, number>, { article, start, end }: GoldName): string {
  return articles[places.get(article)!]!.text.slice(start, end);
}

/** A capital letter beyond that of a function word at the beginning: "The city" holds no name. */
function holdsName(text: string): boolean {
  return /\p{Lu}/u.test(text.replace(/^(?:The|An?|Th[ei]se|Those|This|That|Our|Their|His|Her|Its|My|Some|All|Other|Many|I|He|She|It|We|They)\b/u, ''));
}

const TYPE_OF: ReadonlyMap<string, NameType> = new Map([
  ['Person', 'person'],
  ['Location', 'place'],
  ['Organisation', 'organisation'],
]);

async function readArticles(folder: string): Promise<Article[]> {
  return (await records(join(folder, 'documents.jsonl'))).map((record) => ({
    id: String(record['_id']),
    path: 'documents.jsonl',
    text: String(record['text']),
    title: String(record['title']),
    encoding: 'utf-8',
    origin: {},
  }));
}

async function readGold(folder: string, articles: readonly Article[]): Promise<GoldName[]> {
  const known = new Set(articles.map(({ id }) => id));
  return (await records(join(folder, 'entities.jsonl'))).flatMap((record) => {
    const article = String(record['documentId']);
    if (!known.has(article)) return [];
    return [{ article, start: Number(record['begin']), end: Number(record['end']), type: TYPE_OF.get(String(record['type'])) ?? 'other' }];
  });
}

async function records(file: string): Promise<Record<string, unknown>[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  } catch (cause) {
    throw new WrongUse(`${file}: can't be read (${cause instanceof Error ? cause.message : cause}).`);
  }
}

/** compromise by itself: of the people, places and organisations that it finds, what covers most of a span. */
async function compromiseTyper(articles: readonly Article[]): Promise<Typer | undefined> {
  const { default: nlp } = await import('compromise').catch(() => ({ default: undefined }));
  if (!nlp) return undefined;
  const found = new Map<string, { start: number; end: number; type: NameType }[]>();
  for (const { id, text } of articles) {
    const document = nlp(text);
    const spansOf = (view: unknown, type: NameType) =>
      (view as { json(options: object): { offset: { start: number; length: number } }[] })
        .json({ offset: true })
        .map(({ offset: { start, length } }) => ({ start, end: start + length, type }));
    found.set(id, [
      ...spansOf(document.people(), 'person'),
      ...spansOf(document.places(), 'place'),
      ...spansOf(document.organizations(), 'organisation'),
    ]);
  }
  return ({ article, start, end }) => {
    let [best, most]: [NameType, number] = ['other', 0];
    for (const type of TYPES_MEASURED) {
      const covered = found.get(article)!.reduce((sum, one) => sum + (one.type === type ? Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)) : 0), 0);
      if (covered > most) [best, most] = [type, covered];
    }
    return best;
  };
}
