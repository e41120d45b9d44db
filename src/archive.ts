import { answerOf, citationsOf, type Findings, type Sources, type Untimed } from './answer/answer.ts';
import { detailsOf, newestFirst, statusOf } from './answer/articles.ts';
import { contextOf } from './answer/context.ts';
import { accepted } from './answer/filter.ts';
import { nearestNames } from './answer/nearest.ts';
import { citationsOfWords } from './answer/quote.ts';
import { speakingOf } from './answer/sources.ts';
import { collect } from './corpus/collection.ts';
import { readCorpus } from './corpus/corpus.ts';
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
  Filter,
  NearestName,
  Problem,
  Question,
  QuestionKind,
  Span,
} from './model.ts';
import { readQuestion } from './question/question.ts';
import { spellingsOf } from './question/spelling.ts';
import { suggesterOf } from './question/suggest.ts';
import { readVocabulary } from './question/vocabulary.ts';
import { analysesOf } from './ranking/analysis.ts';
import { askedOf, asksOfNames, evidenceOf } from './ranking/evidence.ts';
import { rank } from './ranking/rank.ts';
import type { Engine } from './search/engine.ts';
import { miniSearchEngine } from './search/minisearch.ts';

export interface ArchiveOptions {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Files inside the folder that hold no articles (an eval set's questions). */
  readonly exclude?: readonly string[];
  /** An empty index, to measure another one than MiniSearch. */
  readonly engine?: Engine;
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
export interface Archive {
  readonly collection: Collection;
  readonly problems: readonly Problem[];
  /** How many names the archive holds. */
  readonly names: number;
  ask(kind: QuestionKind, text: string, options?: AskOptions): Answer;
  /**
   * The answer, and the ranked list behind it with its signals, whether or not the answer passes the threshold: for
   * measuring and training.
   */
  examine(kind: QuestionKind, text: string, limit: number): { answer: Answer; ranked: readonly Citation[] };
  /** Where these exact words stand. */
  quote(words: string, options?: AskOptions): Answer;
  /** The sentences that speak of what a message says. */
  sources(message: string, options?: AskOptions): Answer;
  /** Names for what was typed so far, at most `limit`. */
  suggest(typed: string, limit: number): NearestName[];
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
export async function openArchive({ corpus, exclude = [], engine }: ArchiveOptions): Promise<Archive> {
  const { articles, problems } = await readCorpus(corpus, { exclude });
  return buildArchive(articles, problems, engine);
}

/** Builds an archive over articles already in memory. */
export function buildArchive(
  articles: readonly Article[],
  problems: readonly Problem[] = [],
  engine: Engine = miniSearchEngine(),
): Archive {
  const collection = collect(articles);
  const vocabulary = readVocabulary(collection.documents);
  const spellings = spellingsOf(vocabulary);
  for (const document of collection.documents) engine.add(document);
  const sources: Sources = {
    collection,
    vocabulary,
    analyses: analysesOf(collection),
    nearest: nearestNames(vocabulary),
  };
  const byId = new Map(collection.documents.map((document) => [document.article.id, document]));
  const readAt = Date.now();
  let suggest: Archive['suggest'] | undefined;

  const find = (kind: QuestionKind, text: string, filter: Filter = {}): Findings => {
    const question = readQuestion(kind, text, vocabulary, spellings);
    const accepts = accepted(collection, filter);
    const most = asksOfNames(question) ? CANDIDATES_OF_NAMES : CANDIDATES;
    const hits = engine.search(termsOf(question.concepts), most, accepts);
    const asked = askedOf(question, hits, collection, (term) => vocabulary.entries.get(term)?.sentences ?? 0);
    const evidence = hits.map((hit) => evidenceOf(hit, asked, collection, sources.analyses));
    return {
      asked,
      ranked: rank(evidence, asked),
      evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
    };
  };
  /** Documents with a sentence that holds all of what was asked. */
  const documentsWith = ({ concepts }: Question): Set<number> => {
    const found = new Set<number>();
    for (const hit of engine.search(termsOf(concepts), MENTIONS)) {
      const sentence = collection.sentences[hit.sentence]!;
      if (found.has(sentence.document)) continue;
      const { positions } = sources.analyses.of(sentence);
      if (concepts.every(({ ways }) => ways.some((way) => way.every((term) => positions.has(term))))) {
        found.add(sentence.document);
      }
    }
    return found;
  };
  const searched = (filter?: Filter) => {
    const accepts = accepted(collection, filter ?? {});
    return accepts ? collection.documents.filter((_, i) => accepts(i)).length : collection.documents.length;
  };
  const exact = (kind: QuestionKind, text: string, filter?: Filter) => ({
    question: { kind, text, names: [], bare: false },
    articles: searched(filter),
    nearest: [],
  });

  return {
    collection,
    problems,
    names: vocabulary.names.size,
    ask: (kind, text, { limit = CITATIONS, filter, ...show } = {}) =>
      timed(() => ({
        ...answerOf(find(kind, text, filter), sources, { limit, ...show }),
        articles: searched(filter),
      })),
    examine(kind, text, limit) {
      const findings = find(kind, text);
      const answer = timed(() => answerOf(findings, sources, { limit: CITATIONS }));
      const { citations } = citationsOf(findings.ranked, findings, sources, { limit, explain: true });
      return { answer, ranked: citations };
    },
    quote: (words, { limit = CITATIONS, offset = 0, filter } = {}) =>
      timed(() => {
        const found = citationsOfWords(collection, words, accepted(collection, filter ?? {}) ?? (() => true));
        const citations = found.slice(offset, offset + limit);
        const counts = { citations, found: found.length, ...exact('ask', words, filter) };
        return found.length > 0
          ? { status: 'found', confidence: 1, ...counts }
          : { status: 'not-found', confidence: 0, reason: 'no-such-words', ...counts };
      }),
    sources: (message, { limit = CITATIONS, filter, ...show } = {}) =>
      timed(() => {
        const findings = find('ask', message, filter);
        const shown = citationsOf(speakingOf(findings), findings, sources, { limit, ...show });
        const counts = { ...shown, ...exact('ask', message, filter) };
        return shown.found > 0
          ? { status: 'found', confidence: 1, ...counts }
          : { status: 'not-found', confidence: 0, reason: 'no-sources', ...counts };
      }),
    suggest(typed, limit) {
      suggest ??= suggesterOf(vocabulary);
      return suggest(typed, limit);
    },
    articles(about) {
      if (about === undefined) return newestFirst(collection);
      return newestFirst(collection, documentsWith(readQuestion('ask', about, vocabulary, spellings)));
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

function timed(make: () => Untimed): Answer {
  const began = performance.now();
  const answer = make();
  return { ...answer, took_ms: Math.round((performance.now() - began) * 100) / 100 };
}
