import { corpusOf, linesOf } from '../../folder.ts';

/** The text of a PDF. */
export async function textOf(pdf: Buffer): Promise<string> {
  return (await corpusOf({ 'a.pdf': pdf })).articles.map(({ text }) => text).join('\n\n');
}

/** What is said of a PDF that can't be read, or not all of it. */
export async function problemsOf(pdf: Buffer): Promise<string[]> {
  return linesOf((await corpusOf({ 'a.pdf': pdf })).problems.filter(({ path }) => path !== '.'));
}
