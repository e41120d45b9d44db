import { answerOf, citationsOf, type Sources, type Untimed } from './answer/answer.ts';
import { detailsOf, newestFirst, statusOf } from './answer/articles.ts';
import { contextOf } from './answer/context.ts';
import { type Accepting, accepting } from './answer/filter.ts';
import type { Findings } from './answer/findings.ts';
import { nearestNames } from './answer/nearest.ts';
import { citationsOfWords } from './answer/quote.ts';
import { speakingOf } from './answer/sources.ts';
import { collect } from './corpus/collection.ts';
import { readFiles } from './corpus/corpus.ts';
import { filesOf } from './corpus/files.ts';
import { isSmall } from './corpus/small.ts';
import type {
  Answer,
  ArchiveStatus,
  Article,
  ArticleDetails,
  ArticleSummary,
  Citation,
  Collection,
  Concept,
  Context,
  Document,
  Filter,
  Hit,
  NearestName,
  Problem,
  Question,
  QuestionKind,
  Span,
} from './model.ts';
import { type Catalogue, catalogueOf } from './question/catalogue.ts';
import { languagesOf } from './question/languages.ts';
import { once } from './question/once.ts';
import { readQuestion } from './question/question.ts';
import { spellingsOf } from './question/spelling.ts';
import { suggesterOf } from './question/suggest.ts';
import { readVocabulary, type Vocabulary } from './question/vocabulary.ts';
import { analysesOf } from './ranking/analysis.ts';
import { type Grounds, groundsOf } from './ranking/confidence.ts';
import { askedOf, asksOfNames, evidenceOf } from './ranking/evidence.ts';
import { rank, type Weights } from './ranking/rank.ts';
import type { Engine } from './search/engine.ts';
import { miniSearchEngine } from './search/minisearch.ts';

export interface ArchiveOptions {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Files inside the folder that hold no articles (an eval set's questions). */
  readonly exclude?: readonly string[];
  /** Ibid's own folder, where what was read of a large archive is kept; without one, everything is read each time. */
  readonly data?: string;
  /** Told what went otherwise with that folder, in a line: the archive opens all the same. */
  readonly tell?: (note: string) => void;
  /** An empty index, to measure another one than MiniSearch. */
  readonly engine?: Engine | undefined;
}

export interface AskOptions {
  /** Citations shown at most. */
  readonly limit?: number;
  /** Citations left out before the first shown one, for further pages. */
  readonly offset?: number;
  /** Whether each citation carries the value of every signal. */
  readonly explain?: boolean;
  /** Only articles that pass. */
  readonly filter?: Filter;
}

/** The facade: what the terminal and Discord know of everything below. */
export interface Examined {
  readonly answer: Answer;
  readonly ranked: readonly Citation[];
  /** What the confidence comes of; absent of names alone and where nothing matched. */
  readonly grounds?: Grounds;
}

export interface Archive {
  readonly collection: Collection;
  readonly problems: readonly Problem[];
  /** How many names the archive holds. */
  readonly names: number;
  ask(kind: QuestionKind, text: string, options?: AskOptions): Answer;
  /**
   * The answer, and the ranked list behind it with its signals, whether or not the answer passes the threshold: for
   * measuring, and with other weights for training.
   */
  examine(kind: QuestionKind, text: string, limit: number, weights?: Weights): Examined;
  /** Where these exact words stand. */
  quote(words: string, options?: AskOptions): Answer;
  /** The sentences that speak of what a message says. */
  sources(message: string, options?: AskOptions): Answer;
  /** Names for what was typed so far, at most `limit`; of those that fit as well, first what the kind asks about. */
  suggest(typed: string, limit: number, kind?: QuestionKind): NearestName[];
  /** Newest first; only those that mention `about`, where given. */
  articles(about?: string): ArticleSummary[];
  article(id: string): ArticleDetails | undefined;
  /** What stands around a citation; `undefined` where no sentence of the article has this span. */
  context(articleId: string, cited: Span): Context | undefined;
  status(): ArchiveStatus;
}

/** Candidates that are ranked. Of 2,832 questions of squad-a they hold the answer for .966, of qamr-news-dev for .952. */
const CANDIDATES = 60;
/** A name alone stands in many sentences, and BM25 can't tell which of them says what it is. */
const CANDIDATES_OF_NAMES = 240;
const CITATIONS = 3;
/** Sentences looked through for articles that mention a name. */
const MENTIONS = 5_000;

/** Reads a corpus and builds the archive. Throws when the path does not exist; bad articles become problems. */
export async function openArchive({
  corpus,
  exclude = [],
  data,
  engine,
  tell = () => {},
}: ArchiveOptions): Promise<Archive> {
  const walked = await filesOf(corpus, { exclude });
  if (data !== undefined && engine === undefined && exclude.length === 0 && !(await isSmall(walked.files))) {
    const { readThroughStore, storeOfCorpus } = await import('./store/read-corpus.ts');
    const location = storeOfCorpus(data, corpus);
    const stored = await readThroughStore(location, walked, tell);
    if (stored) {
      const { openIndex } = await import('./kept-index.ts');
      const index = await openIndex(stored, { location, tell });
      index.keep();
      return archiveOver({ ...index, problems: stored.problems });
    }
  }
  const { articles, problems } = await readFiles(walked);
  return buildArchive(articles, problems, { engine });
}

/** Builds an archive over articles already in memory. */
export function buildArchive(
  articles: readonly Article[],
  problems: readonly Problem[] = [],
  { engine = miniSearchEngine() }: Pick<ArchiveOptions, 'engine'> = {},
): Archive {
  const collection = collect(articles);
  const vocabulary = readVocabulary(collection.documents);
  for (const document of collection.documents) engine.add(document);
  return archiveOver({ collection, vocabulary, engine, problems });
}

interface Parts {
  readonly collection: Collection;
  readonly vocabulary: Vocabulary;
  readonly engine: Engine;
  readonly problems: readonly Problem[];
  /** Asked for when it is first needed. */
  readonly catalogue?: () => Catalogue;
}

/** The archive that answers out of these. */
export function archiveOver({
  collection,
  vocabulary,
  engine,
  problems,
  catalogue = once(() => catalogueOf(vocabulary)),
}: Parts): Archive {
  const spellings = spellingsOf(vocabulary);
  const languages = languagesOf(collection.documents);
  const sources: Sources = {
    collection,
    vocabulary,
    analyses: analysesOf(collection, (words, text) => catalogue().typeOf(words, text)),
    nearest: nearestNames(vocabulary),
  };
  const byId = new Map(collection.documents.map((document) => [document.article.id, document]));
  const readAt = Date.now();
  let suggest: ReturnType<typeof suggesterOf> | undefined;

  /** Of articles that a filter leaves out, the sentences that tell of its days, among the best ones only. */
  const hitsOf = (terms: readonly string[], most: number, accepts: Accepting | undefined): Hit[] => {
    const hits = engine.search(terms, most, accepts?.article);
    if (!accepts?.dated) return hits;
    const others = engine
      .search(terms, CANDIDATES_OF_NAMES, accepts.other)
      .filter(({ sentence }) => accepts.sentence(collection.sentence(sentence)));
    return [...hits, ...others].sort((a, b) => b.score - a.score).slice(0, most);
  };
  const find = (kind: QuestionKind, text: string, filter: Filter = {}, weights?: Weights): Findings => {
    const question = readQuestion(kind, text, vocabulary, spellings, languages);
    const most = asksOfNames(question) ? CANDIDATES_OF_NAMES : CANDIDATES;
    const accepts = accepting(collection, filter);
    const hits = hitsOf(termsOf(question.concepts), most, accepts);
    const asked = askedOf(question, hits, collection, (term) => vocabulary.entries.get(term)?.sentences ?? 0);
    const evidence = hits.map((hit) => evidenceOf(hit, asked, collection, sources.analyses));
    return {
      asked,
      ranked: rank(evidence, asked, weights),
      evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
      holding: (term) => {
        if (!vocabulary.entries.has(term)) return new Set();
        const all = engine.search([term], Number.POSITIVE_INFINITY, accepts?.article);
        return new Set(all.map(({ sentence }) => sentence));
      },
    };
  };
  /** Documents with a sentence that holds all of what was asked. */
  const documentsWith = ({ concepts }: Question): Set<number> => {
    const found = new Set<number>();
    for (const hit of engine.search(termsOf(concepts), MENTIONS)) {
      const sentence = collection.sentence(hit.sentence);
      if (found.has(sentence.document)) continue;
      const { positions } = sources.analyses.of(sentence);
      if (concepts.every(({ ways }) => ways.some((way) => way.every((term) => positions.has(term))))) {
        found.add(sentence.document);
      }
    }
    return found;
  };
  /** Articles that pass, and those of which a sentence does. */
  const searched = (filter: Filter, citations: readonly Citation[]) => {
    const accepts = accepting(collection, filter);
    const cited = new Set(citations.map(({ articleId }) => articleId));
    const counts = ({ article }: Document, i: number) =>
      accepts?.article(i) !== false || cited.has(article.id);
    return collection.documents.filter(counts).length;
  };
  const exact = (text: string, filter: Filter, citations: readonly Citation[]) => ({
    question: { kind: 'ask' as const, text, names: [], bare: false },
    articles: searched(filter, citations),
    nearest: [],
  });

  return {
    collection,
    problems,
    names: vocabulary.names.size,
    ask: (kind, text, { limit = CITATIONS, filter = {}, ...show } = {}) =>
      timed(() => {
        const answer = answerOf(find(kind, text, filter), sources, { limit, ...show });
        return { ...answer, articles: searched(filter, answer.citations) };
      }),
    examine(kind, text, limit, weights) {
      const began = performance.now();
      const findings = find(kind, text, {}, weights);
      const answer = timed(() => answerOf(findings, sources, { limit: CITATIONS }), began);
      const { citations } = citationsOf(findings.ranked, findings, sources, { limit, explain: true });
      const { size, documents } = collection;
      const grounds = groundsOf({ ...findings, sentences: size, articles: documents.length });
      return { answer, ranked: citations, ...(grounds && { grounds }) };
    },
    quote: (words, { limit = CITATIONS, offset = 0, filter = {} } = {}) =>
      timed(() => {
        const accepts = accepting(collection, filter);
        const found = citationsOfWords(collection, words, accepts?.sentence ?? (() => true));
        const citations = found.slice(offset, offset + limit);
        const counts = { citations, found: found.length, ...exact(words, filter, found) };
        return found.length > 0
          ? { status: 'found', confidence: 1, ...counts }
          : { status: 'not-found', confidence: 0, reason: 'no-such-words', ...counts };
      }),
    sources: (message, { limit = CITATIONS, filter = {}, ...show } = {}) =>
      timed(() => {
        const findings = find('ask', message, filter);
        const shown = citationsOf(speakingOf(findings), findings, sources, { limit, ...show });
        const counts = { ...shown, ...exact(message, filter, shown.citations) };
        return shown.found > 0
          ? { status: 'found', confidence: 1, ...counts }
          : { status: 'not-found', confidence: 0, reason: 'no-sources', ...counts };
      }),
    suggest(typed, limit, kind = 'ask') {
      suggest ??= suggesterOf(catalogue(), vocabulary);
      return suggest(typed, limit, kind);
    },
    articles(about) {
      if (about === undefined) return newestFirst(collection);
      return newestFirst(
        collection,
        documentsWith(readQuestion('ask', about, vocabulary, spellings, languages)),
      );
    },
    article(id) {
      const document = byId.get(id);
      return document && detailsOf(document, vocabulary);
    },
    context(articleId, cited) {
      const document = byId.get(articleId);
      return document && contextOf(document, cited);
    },
    status: () => statusOf(collection, vocabulary, problems, readAt),
  };
}

function termsOf(concepts: readonly Concept[]): string[] {
  return concepts.flatMap(({ ways }) => ways.flat());
}

function timed(make: () => Untimed, began = performance.now()): Answer {
  const answer = make();
  return { ...answer, took_ms: Math.round((performance.now() - began) * 100) / 100 };
}
