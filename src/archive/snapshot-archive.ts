import {
  answerOf,
  byDay,
  citationsOf,
  comparedDocuments,
  pageOf,
  type Show,
  type Sources,
  selectionOf,
  type Untimed,
} from '../answer/answer.ts';
import { detailsOf, mentioning, summaryOf } from '../answer/articles.ts';
import { candidatesOf } from '../answer/candidates.ts';
import { contextOf } from '../answer/context.ts';
import { elsewhereIn } from '../answer/copies.ts';
import { accepts, isDated, isOpen, passes } from '../answer/filter.ts';
import { occurrencesOf, rarestOf } from '../answer/occurrences.ts';
import { passagesOf } from '../answer/passages.ts';
import { citationOfWords, placesOfWords, type QuotedPlace } from '../answer/quote.ts';
import type { RankedResult } from '../answer/ranked-result.ts';
import { speakingOf } from '../answer/sources.ts';
import { subjectOf } from '../answer/subject.ts';
import { textPageOf } from '../answer/text-page.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { GatheredDocuments } from '../index/gathered-documents.ts';
import type { IndexSnapshot, PostingsList, SearchRequest } from '../index/index.ts';
import { type NameTypes, nameTypesOf } from '../index/lexicon/name-types.ts';
import type { Answer, Citation, Context, Hit, NearestName, Ranked } from '../model/answer.ts';
import type { Article, Document, Span } from '../model/article.ts';
import type { Concept, Filter, Query, QuestionKind } from '../model/query.ts';
import type { ArchiveStatus, ArticleDetails, ArticleSummary, Facets, TextPage } from '../model/status.ts';
import { type Languages, languagesOf } from '../query/languages.ts';
import { parseQuery } from '../query/parse-query.ts';
import { suggest } from '../query/suggest.ts';
import { type AnalysisCache, analysesOf, newAnalysisCache } from '../ranking/analysis.ts';
import { confidenceFeaturesOf } from '../ranking/confidence-features.ts';
import { cuesOf } from '../ranking/descriptions/cues.ts';
import {
  asksOfNames,
  evidenceOf,
  type QueryContext,
  queryContextOf,
  speaksOfNames,
} from '../ranking/evidence.ts';
import { reordered } from '../ranking/meaning.ts';
import { rank, type Weights } from '../ranking/rank.ts';
import type {
  Archive,
  ArticlePage,
  AskOptions,
  ExaminedAnswer,
  ListOptions,
  ReadOptions,
} from './archive.ts';

/** Candidates that are ranked. Of 2,832 questions of squad-a they hold the answer for .966, of qamr-news-dev for .952. */
const CANDIDATES = 60;
/** A name alone stands in many sentences, and BM25 can't tell which of them says what it is. */
const CANDIDATES_OF_NAMES = 240;
const CITATIONS = 3;
/** Candidates that models read. Of 927 questions of squad-a 8 give P@1 .725, 10 .729, 12 .732 (docs/meaning.md). */
const READ = 10;

interface FindOptions {
  readonly weights?: Weights | undefined;
  readonly locale?: string | undefined;
  readonly byWords?: boolean | undefined;
}

/** A ranked result, and what its answer is made of. */
interface Found {
  readonly result: RankedResult;
  readonly sources: Sources;
  readonly documents: GatheredDocuments;
  readonly searchMs: number;
}

/**
 * The archive as of one snapshot. A question gathers what it needs in few batches: hits; their documents; duplicates of
 * candidates that may be reprints; duplicates of what is shown. Everything in between is pure.
 */
export class SnapshotArchive implements Archive {
  private readonly index: IndexSnapshot;
  private readonly encoder: Encoder | undefined;
  private readonly nameTypes: NameTypes;
  private readonly analyses: AnalysisCache = newAnalysisCache();
  private readonly openedAt = Date.now();
  private languages: Promise<Languages> | undefined;
  private allFacets: Promise<Facets> | undefined;

  constructor(index: IndexSnapshot, encoder?: Encoder) {
    this.index = index;
    this.encoder = encoder;
    this.nameTypes = nameTypesOf(index.lexicon);
  }

  async ask(kind: QuestionKind, text: string, options: AskOptions = {}): Promise<Answer> {
    const { limit = CITATIONS, filter = {}, locale, byWords, ...show } = options;
    return timed(async () => {
      const found = await this.find(kind, text, filter, { locale, byWords });
      const answer = await this.answer(found, filter, { limit, ...show });
      const subject = subjectOf(found.result.query.question, this.index.lexicon, this.nameTypes);
      const question = { ...answer.question, ...(subject && { subject }) };
      return { ...answer, question, articles: await this.searched(filter, shownOf(answer.citations)) };
    });
  }

  async examine(kind: QuestionKind, text: string, limit: number, weights?: Weights): Promise<ExaminedAnswer> {
    const began = performance.now();
    const found = await this.find(kind, text, {}, { weights });
    const { result, sources, documents, searchMs } = found;
    const answer = await timed(() => this.answer(found, {}, { limit: CITATIONS }), began);
    const shown = pageOf(result.ranked, sources, { limit });
    await documents.gatherDuplicates(comparedDocuments(result, shown));
    const ranked = citationsOf(shown.page, result, sources, { explain: true });
    const { sentences } = this.index;
    const features = confidenceFeaturesOf({ ...result, sentences });
    return { answer, ranked, searchMs, ...(features && { features }) };
  }

  async quote(words: string, options: AskOptions = {}): Promise<Answer> {
    const { limit = CITATIONS, offset = 0, filter = {}, order } = options;
    return timed(async () => {
      const documents = this.index.containing(words);
      const found = await placesOfWords(documents, words, (document, place) =>
        accepts(document, place, filter),
      );
      const published = ({ document }: QuotedPlace) => document.article.published ?? '';
      const ordered = order === 'newest' ? byDay(found, published) : found;
      const citations = ordered.slice(offset, offset + limit).map(citationOfWords);
      const articles = found.map(({ document }) => document.article);
      const exact = await this.exact(words, filter, articles);
      return { ...verdict(found.length, 'no-such-words'), ...exact, citations, found: found.length };
    });
  }

  async sources(message: string, options: AskOptions = {}): Promise<Answer> {
    const { limit = CITATIONS, filter = {}, ...show } = options;
    return timed(async () => {
      // Models are made for questions, and a message asks nothing.
      const { result, sources, documents } = await this.find('ask', message, filter, { byWords: true });
      const shown = pageOf(speakingOf(result), sources, { limit, ...show });
      await documents.gatherDuplicates(comparedDocuments(result, shown));
      const citations = citationsOf(shown.page, result, sources, show);
      const exact = await this.exact(message, filter, shownOf(citations));
      return {
        ...verdict(shown.groups.length, 'no-sources'),
        ...exact,
        citations,
        found: shown.groups.length,
      };
    });
  }

  async suggest(typed: string, limit: number, kind: QuestionKind = 'ask'): Promise<NearestName[]> {
    const { lexicon } = this.index;
    return suggest(typed, limit, kind, { lexicon, nameTypes: this.nameTypes });
  }

  async articles(about?: string, options: ListOptions = {}): Promise<ArticlePage> {
    const { from = 0, most = Number.POSITIVE_INFINITY, filter = {} } = options;
    const { metadata } = this.index;
    const among = about === undefined ? undefined : await this.mentioning(about);
    if (isOpen(filter)) {
      const articles = await this.summaries(await metadata.newest(from, most, among));
      return { articles, total: among?.length ?? this.index.articles };
    }
    if (among === undefined) {
      const articles = await this.summaries(await metadata.newest(from, most, undefined, filter));
      return { articles, total: await metadata.count(filter) };
    }
    // All of them are counted, so that all that pass are asked for.
    const passing = await metadata.newest(0, Number.POSITIVE_INFINITY, among, filter);
    return { articles: await this.summaries(passing.slice(from, from + most)), total: passing.length };
  }

  async facets(about?: string, filter: Filter = {}): Promise<Facets> {
    if (about !== undefined) return this.index.metadata.facets(await this.mentioning(about), filter);
    if (!isOpen(filter)) return this.index.metadata.facets(undefined, filter);
    this.allFacets ??= this.index.metadata.facets();
    return this.allFacets;
  }

  async articlesLike(typed: string, most: number): Promise<ArticleSummary[]> {
    return this.summaries(await this.index.metadata.like(typed, most));
  }

  async article(id: string): Promise<ArticleDetails | undefined> {
    const document = await this.document(id);
    if (!document) return undefined;
    const { number } = document;
    const alike = (await this.index.duplicates([number])).get(number)!;
    const documents = await this.index.documents(alike.map((other) => other.number));
    const others = alike.map(({ likeness }, i) => ({ article: documents[i]!.article, likeness }));
    return detailsOf(document, this.index.lexicon, others);
  }

  async read(id: string, options: ReadOptions = {}): Promise<TextPage | undefined> {
    const document = await this.document(id);
    return document && textPageOf(document, options);
  }

  async idByMark(mark: string): Promise<string | undefined> {
    const number = await this.index.metadata.byMark(mark);
    if (number === undefined) return undefined;
    const [document] = await this.index.documents([number]);
    return document!.article.id;
  }

  async articlesWith(marks: readonly string[]): Promise<Article[]> {
    const numbers = await this.index.metadata.byTexts([...new Set(marks)]);
    return (await this.index.documents(numbers)).map(({ article }) => article);
  }

  async articlesIn(path: string): Promise<number> {
    return this.index.metadata.inFile(path);
  }

  async context(articleId: string, cited: Span): Promise<Context | undefined> {
    const document = await this.document(articleId);
    return document && contextOf(document, cited);
  }

  async status(): Promise<ArchiveStatus> {
    const { articles, sentences, lexicon, metadata, problems, engine } = this.index;
    const summary = await metadata.summary();
    const repeated = await metadata.repeated();
    return {
      ...{ articles, sentences, names: lexicon.names, engine },
      ...summary,
      ...{ repeated, problems, readAt: this.openedAt },
    };
  }

  /** Reads a question, searches for it and ranks what is found. */
  private async find(
    kind: QuestionKind,
    text: string,
    filter: Filter,
    { weights, locale, byWords = false }: FindOptions = {},
  ): Promise<Found> {
    const { index } = this;
    const { articles, sentences, lexicon } = index;
    const question = await this.question(kind, text, locale);
    const documents = new GatheredDocuments(index);
    const search = new Searches(index, documents, filter);
    const most = asksOfNames(question) ? CANDIDATES_OF_NAMES : CANDIDATES;
    const terms = termsOf(question.concepts);
    const candidates = (of: readonly string[]) =>
      candidatesOf((limit) => search.hits(of, limit), most, documents);
    const best = await candidates(terms);
    const asTyped = termsOf(question.concepts.map(formsOf));
    const inBest = new Set(best.map(({ sentence }) => sentence));
    const literal = asTyped.length < terms.length ? await candidates(asTyped) : [];
    const more = literal.filter(({ sentence }) => !inBest.has(sentence));
    const cues = best.length < most ? [] : cuesOf(question);
    const described = cues.length === 0 ? [] : await candidates([...terms, ...cues]);
    const hits = [...new Map([...best, ...more, ...described].map((hit) => [hit.sentence, hit])).values()];
    const frequencyOf = (term: string) => lexicon.term(term)?.sentences ?? 0;
    const query = queryContextOf(question, hits, sentences, frequencyOf);
    const analyses = analysesOf(documents, this.nameTypes.typeOf, this.analyses);
    await documents.gather(hits.map(({ document }) => document));
    const evidence = hits.map((hit) => evidenceOf(hit, query, documents, analyses));
    const ranked = rank(evidence, query, weights);
    const result: RankedResult = {
      query,
      ranked: byWords ? ranked : await this.byMeaning(ranked, query, documents, weights),
      evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
      elsewhere: elsewhereIn(documents, analyses, (sentence) =>
        accepts(documents.document(sentence.document), sentence, filter),
      ),
    };
    const sources: Sources = { articles, sentences, documents, lexicon, analyses };
    return { result, sources, documents, searchMs: search.ms };
  }

  /** The order that models give the best candidates; as it is of names alone, which ask nothing that a sentence could mean. */
  private async byMeaning(
    ranked: Ranked[],
    { question }: QueryContext,
    documents: GatheredDocuments,
    weights?: Weights,
  ): Promise<Ranked[]> {
    if (!this.encoder || question.intent || speaksOfNames(question)) return ranked;
    const scores = await this.encoder.score(question.asked, passagesOf(ranked.slice(0, READ), documents));
    const words = question.asked.text.split(/\s+/u).length;
    return scores ? reordered(ranked, scores, words, weights) : ranked;
  }

  private async answer(found: Found, filter: Filter, show: Show): Promise<Untimed> {
    const { result, sources, documents } = found;
    const selection = selectionOf(result, sources, show);
    await documents.gatherDuplicates(comparedDocuments(result, selection.found, selection.unsure));
    const answer = answerOf(result, selection, sources, show);
    if (answer.reason !== 'not-together') return answer;
    const rarest = rarestOf(result.query);
    const postings = await this.postings(
      rarest.flatMap(({ concepts }) => concepts),
      filter,
    );
    const occurrences = occurrencesOf(rarest, (term) => postings.get(term)!.sentences);
    return { ...answer, occurrences };
  }

  private async question(kind: QuestionKind, text: string, locale?: string): Promise<Query> {
    const { lexicon, articles, metadata } = this.index;
    this.languages ??= metadata.summary().then((summary) => languagesOf(articles, summary));
    return parseQuery(kind, text, lexicon, { languages: await this.languages, locale });
  }

  private async postings(
    concepts: readonly Concept[],
    filter: Filter,
  ): Promise<ReadonlyMap<string, PostingsList>> {
    const terms = [...new Set(termsOf(concepts))];
    const lists = await this.index.postings(terms, ...(isOpen(filter) ? [] : [filter]));
    return new Map(terms.map((term, i) => [term, lists[i]!]));
  }

  private async mentioning(about: string): Promise<number[]> {
    const question = await this.question('ask', about);
    return mentioning(question, await this.postings(question.concepts, {}));
  }

  /** How many articles were searched: those that pass, and those of which a sentence does. */
  private async searched(filter: Filter, shown: readonly Shown[]): Promise<number> {
    if (isOpen(filter)) return this.index.articles;
    const others = shown.filter((article) => !passes(article, filter));
    const count = await this.index.metadata.count(filter);
    return count + new Set(others.map(({ id }) => id)).size;
  }

  /** What is said of words that aren't read as a question. */
  private async exact(text: string, filter: Filter, shown: readonly Shown[]) {
    return {
      question: { kind: 'ask' as const, text, names: [], isKeywordQuery: false },
      articles: await this.searched(filter, shown),
      nearest: [],
    };
  }

  private async document(id: string): Promise<Document | undefined> {
    const { metadata } = this.index;
    const number = (await metadata.byId(id)) ?? (await metadata.byTitle(id));
    return number === undefined ? undefined : (await this.index.documents([number]))[0];
  }

  private async summaries(numbers: readonly number[]): Promise<ArticleSummary[]> {
    return (await this.index.documents(numbers)).map(summaryOf);
  }
}

/** The searches of one question. */
class Searches {
  /** How long they took. */
  ms = 0;
  private readonly index: IndexSnapshot;
  private readonly documents: GatheredDocuments;
  private readonly filter: Filter;

  constructor(index: IndexSnapshot, documents: GatheredDocuments, filter: Filter) {
    this.index = index;
    this.documents = documents;
    this.filter = filter;
  }

  /** Of articles that a filter leaves out, the sentences that tell of its days, among the best ones only. */
  async hits(terms: readonly string[], limit: number): Promise<Hit[]> {
    const { filter, documents } = this;
    const dated = isDated(filter);
    const began = performance.now();
    const [hits, others = []] = await this.index.search([
      { terms, limit, ...(isOpen(filter) ? {} : { filter }) },
      ...(dated ? [outside(terms, filter)] : []),
    ]);
    this.ms += performance.now() - began;
    if (!dated) return [...hits!];
    await documents.gather(others.map(({ document }) => document));
    const telling = others.filter((hit) =>
      accepts(documents.document(hit.document), documents.sentence(hit), filter),
    );
    return [...hits!, ...telling].sort((a, b) => b.score - a.score).slice(0, limit);
  }
}

function outside(terms: readonly string[], filter: Filter): SearchRequest {
  return { terms, limit: CANDIDATES_OF_NAMES, filter: { ...filter, days: 'outside' } };
}

function termsOf(concepts: readonly Concept[]): string[] {
  return concepts.flatMap(({ alternatives }) => alternatives.flat());
}

/** Without other words for it: they add up, and a sentence that holds many of them outdoes the name. */
function formsOf(concept: Concept): Concept {
  return { ...concept, alternatives: concept.alternatives.slice(0, concept.forms) };
}

/** What of an article says whether it passes a filter. */
type Shown = Pick<Article, 'id' | 'publisher' | 'published'>;

function shownOf(citations: readonly Citation[]): Shown[] {
  return citations.map((citation) => ({ ...citation, id: citation.articleId }));
}

function verdict(found: number, reason: 'no-such-words' | 'no-sources') {
  return found > 0
    ? ({ status: 'found', confidence: 1 } as const)
    : ({ status: 'not-found', confidence: 0, reason } as const);
}

async function timed(make: () => Promise<Untimed>, began = performance.now()): Promise<Answer> {
  const answer = await make();
  return { ...answer, took_ms: Math.round((performance.now() - began) * 100) / 100 };
}
