/** The process of one contender: it carries out the bench's orders, and reports what they took. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/model/article.ts';
import { tellFailures } from './child.ts';
import type { Contender, Found } from './contender.ts';
import { CONTENDERS } from './contenders.ts';
import { documentOf, readDocumentFile } from './document-file.ts';
import { contentOf, type Typo } from './workload.ts';

/** What the process is told to do, one at a time. */
export type Order =
  | { readonly do: 'build'; readonly documents: string }
  | { readonly do: 'open' }
  | { readonly do: 'ask' | 'prefix'; readonly texts: readonly string[] }
  | { readonly do: 'typo'; readonly typos: readonly Typo[] }
  | { readonly do: 'change'; readonly line: string; readonly document: number; readonly sentence: number }
  | { readonly do: 'memory' };

/** What the process reports of each order, in ms unless said otherwise. */
export interface Reports {
  /** CPU time: a busy machine makes it no longer. */
  build: { build: number; bytes: number };
  open: { open: number };
  /** Of each text; `undefined` where the contender can't. */
  ask: { each: number[]; found: number[][] } | undefined;
  change: { add: number; answer: number; remove: number } | undefined;
  /** Bytes. */
  memory: { resident: number };
}

tellFailures();

const [name, folder] = process.argv.slice(2);
const contender: Contender = (await CONTENDERS[name!]!())(folder!);

process.on('message', async (order: Order) => process.send!((await carryOut(order)) ?? null));
process.send!(null);

async function carryOut(order: Order): Promise<Reports[keyof Reports]> {
  switch (order.do) {
    case 'build':
      return build(order.documents);
    case 'open':
      return { open: await took(() => contender.open()) };
    case 'ask':
      return each(order.texts, contender.ask);
    case 'prefix':
      return each(order.texts, contender.prefix);
    case 'typo':
      return each(
        order.typos.map(({ typed }) => typed),
        contender.typo,
      );
    case 'change':
      return change(order.line, order.document, order.sentence);
    case 'memory':
      global.gc?.();
      return { resident: process.memoryUsage.rss() };
  }
}

async function took(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function build(path: string): Promise<Reports['build']> {
  const documents: Document[] = [];
  for await (const document of readDocumentFile(path)) documents.push(document);
  const began = process.cpuUsage();
  await contender.add(documents);
  await contender.save();
  const { user, system } = process.cpuUsage(began);
  const bytes = readdirSync(folder!).reduce((sum, file) => sum + statSync(join(folder!, file)).size, 0);
  return { build: (user + system) / 1000, bytes };
}

async function each(
  texts: readonly string[],
  ask: ((text: string) => Found) | undefined,
): Promise<Reports['ask']> {
  if (!ask) return undefined;
  const report: { each: number[]; found: number[][] } = { each: [], found: [] };
  for (const text of texts) {
    contender.prepare?.(text);
    const began = performance.now();
    const found = await ask(text);
    report.each.push(performance.now() - began);
    report.found.push(found);
  }
  return report;
}

async function change(line: string, document: number, sentence: number): Promise<Reports['change']> {
  if (!contender.remove) return undefined;
  const added = documentOf(line, document, sentence);
  const add = await took(() => contender.add([added]));
  const { start, end } = added.sentences[0]!;
  const question = contentOf(added.article.text.slice(start, end));
  const answer = await took(() => contender.ask(question));
  const remove = await took(() => contender.remove!(added));
  return { add, answer, remove };
}
