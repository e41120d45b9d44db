import { Command } from 'commander';
import { openArchive } from '../../archive/open-archive.ts';
import { type Config, readConfig } from '../../config.ts';
import { archiveFolder, vectorsFile } from '../../data-folder.ts';
import type { EncoderModel, VectorProgress } from '../../encoder/encoder.ts';
import { foldersInUse, modelsInUse } from '../../encoder/models-in-use.ts';
import { readVectorProgress } from '../../encoder/vector-store.ts';
import { textOfWriter, writerIn } from '../../index/writer-lease.ts';
import type { Problem } from '../../model/article.ts';
import type { Writer } from '../../model/role.ts';
import type { ArchiveStatus } from '../../model/status.ts';
import { namesOfLanguages } from '../../text/languages/language-names.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { modelText } from '../terminal/model-text.ts';
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
  const vectors = await vectorsOf(config, models);
  const writer = writerIn(archiveFolder(config.data, config.corpus));
  const status = statusOf(config.corpus, await archive.status(), { models, vectors, writer });
  output.write(flags.json ? JSON.stringify(status) : renderStatus(status));
  return 0;
}

/** What is kept of each model that makes vectors; nothing where none are to be kept. */
async function vectorsOf(config: Config, models: readonly EncoderModel[]): Promise<KeptVectors[]> {
  if (!config.modelIndex) return [];
  const folder = archiveFolder(config.data, config.corpus);
  const making = models.filter(({ kind }) => kind === 'bi-encoder');
  return Promise.all(
    making.map(async ({ name }) => ({
      model: name,
      ...(await readVectorProgress(vectorsFile(folder, name))),
    })),
  );
}

/** How many sentences' vectors are kept of a model; `past` and `sentences` as of when the bot has kept the last. */
export type KeptVectors = { readonly model: string } & Partial<VectorProgress>;

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
  /** Vectors that are kept on disk: of how many sentences, and whether they are all that the model is made for. */
  readonly vectors: readonly { readonly model: string; readonly kept: number; readonly whole: boolean }[];
  /** The process that follows the archive's files. */
  readonly writer: Writer | null;
  readonly problems: readonly Problem[];
}

interface StatusBeside {
  readonly models: readonly EncoderModel[];
  readonly vectors: readonly KeptVectors[];
  readonly writer?: Writer | undefined;
}

export function statusOf(
  corpus: string,
  status: ArchiveStatus,
  { models, vectors, writer = undefined }: StatusBeside,
): Status {
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
    vectors: vectors.map(({ model, kept = 0, past = 0 }) => ({ model, kept, whole: past >= sentences })),
    writer: writer ?? null,
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
    ...status.vectors.map((one) => `Vectors     ${vectorsText(one, status.sentences)}`),
    `Writer      ${status.writer ? textOfWriter(status.writer) : 'none: no process follows the files'}`,
    `Problems    ${status.problems.length || 'none'}`,
    ...status.problems.map((problem) => `  ${problemLine(problem)}`),
  ].join('\n');
}

/** `1,234 of 5,678 sentences (multilingual-e5-small)`; those that the model isn't made for are said where it is whole. */
function vectorsText({ model, kept, whole }: Status['vectors'][number], sentences: number): string {
  const others = whole && kept < sentences ? ', all of its languages' : '';
  return `${kept.toLocaleString('en')} of ${counted(sentences, 'sentence')} (${visible(model)})${others}`;
}

/** `error 2020/a.txt:3: the reason`. */
export function problemLine({ severity, path, line, reason }: Problem): string {
  return visible(`${severity} ${path}${line === undefined ? '' : `:${line}`}: ${reason}`);
}
