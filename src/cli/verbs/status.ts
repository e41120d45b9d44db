import { Command } from 'commander';
import { openArchive } from '../../archive/open-archive.ts';
import { readConfig } from '../../config.ts';
import type { EncoderModel } from '../../encoder/encoder.ts';
import { foldersInUse, modelsInUse } from '../../encoder/models-in-use.ts';
import type { Problem } from '../../model/article.ts';
import type { ArchiveStatus } from '../../model/status.ts';
import { namesOfLanguages } from '../../text/languages/language-names.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { visible } from '../terminal/visible.ts';
import { CORPUS, verb } from '../verb.ts';

export default verb(
  new Command('status')
    .description('show what the archive holds')
    .option('--json', 'as JSON')
    .option(...CORPUS),
  run,
);

export interface StatusFlags {
  readonly json?: boolean;
  readonly corpus?: string;
}

/** What the archive holds, and every file that could not be used as it is. */
export async function run(flags: StatusFlags, output: Output): Promise<number> {
  const config = readConfig(flags);
  const archive = await openArchive({ ...config, tell: output.warn });
  const models = await modelsInUse(foldersInUse(config), output.warn);
  const status = statusOf(config.corpus, await archive.status(), models);
  output.write(flags.json ? JSON.stringify(status) : renderStatus(status));
  return 0;
}

export interface Status {
  readonly corpus: string;
  readonly articles: number;
  readonly sentences: number;
  readonly names: number;
  /** Articles whose text another one has, word for word. */
  readonly repeated: number;
  readonly published: {
    readonly first: string | null;
    readonly last: string | null;
    readonly undated: number;
  };
  /** Most articles first. */
  readonly publishers: readonly { readonly publisher: string; readonly articles: number }[];
  /** BCP 47, most articles first. */
  readonly languages: readonly { readonly language: string; readonly articles: number }[];
  /** Those that order sentences by meaning; `languages` as BCP 47, or `any`. */
  readonly models: readonly Pick<EncoderModel, 'name' | 'kind' | 'languages'>[];
  readonly problems: readonly Problem[];
}

export function statusOf(corpus: string, status: ArchiveStatus, models: readonly EncoderModel[]): Status {
  const { articles, sentences, names, repeated, from, to, undated, publishers, languages, problems } = status;
  return {
    corpus,
    articles,
    sentences,
    names,
    repeated,
    published: { first: from ?? null, last: to ?? null, undated },
    publishers: publishers.map(({ name, articles }) => ({ publisher: name, articles })),
    languages: languages.map(({ name, articles }) => ({ language: name, articles })),
    models: models.map(({ name, kind, languages }) => ({ name, kind, languages })),
    problems,
  };
}

export function renderStatus(status: Status): string {
  const { first, last, undated } = status.published;
  const dates = [
    ...(first === null ? [] : [first === last ? first : `${first} to ${last}`]),
    ...(undated > 0 ? [`${counted(undated, 'article')} undated`] : []),
  ];
  const publishers = status.publishers.map(
    ({ publisher, articles }) => `${visible(publisher)} (${articles})`,
  );
  const named = namesOfLanguages('en');
  const languages = status.languages.map(({ language, articles }) => `${named(language)} (${articles})`);
  return [
    `Archive     ${visible(status.corpus)}`,
    `Holds       ${counted(status.articles, 'article')}, ${counted(status.sentences, 'sentence')}, ${counted(status.names, 'name')}`,
    ...(status.repeated > 0
      ? [`Repeated    ${counted(status.repeated, 'article')} word for word the same as another`]
      : []),
    `Published   ${dates.join('; ') || 'nothing'}`,
    `Publishers  ${publishers.join(', ') || 'none stated'}`,
    `Languages   ${languages.join(', ') || 'not known'}`,
    `Models      ${status.models.map(modelText).join('; ') || 'none: sentences are ordered by words alone'}`,
    `Problems    ${status.problems.length || 'none'}`,
    ...status.problems.map((problem) => `  ${problemLine(problem)}`),
  ].join('\n');
}

/** `english (English)`, `multilingual-e5-small (any language)`. */
export function modelText({ name, languages }: Pick<EncoderModel, 'name' | 'languages'>): string {
  const named = namesOfLanguages('en');
  return `${visible(name)} (${languages === 'any' ? 'any language' : languages.map(named).join(', ')})`;
}

/** `error 2020/a.txt:3: the reason`. */
export function problemLine({ severity, path, line, reason }: Problem): string {
  return visible(`${severity} ${path}${line === undefined ? '' : `:${line}`}: ${reason}`);
}
