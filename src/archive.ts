import { answerOf, citationsOf, type Findings, type Sources } from './answer/answer.ts';
import { collect } from './corpus/collection.ts';
import { readCorpus } from './corpus/corpus.ts';
import type { Answer, Article, Citation, Collection, Problem, QuestionKind } from './model.ts';
import { readQuestion } from './question/question.ts';
import { spellingsOf } from './question/spelling.ts';
import { readVocabulary } from './question/vocabulary.ts';
import { analysesOf } from './ranking/analysis.ts';
import { askedOf, type Evidence, evidenceOf } from './ranking/evidence.ts';
import { rank } from './ranking/rank.ts';
import { miniSearchEngine } from './search/minisearch.ts';

export interface ArchiveOptions {
  /** A folder of articles, or the path of one file. */
  readonly corpus: string;
  /** Files inside the folder that hold no articles (an eval set's questions). */
  readonly exclude?: readonly string[];
}

export interface AskOptions {
  /** Citations shown at most. */
  readonly limit?: number;
  /** Whether each citation carries the value of every signal. */
  readonly explain?: boolean;
}

/** The facade: what the terminal and Discord know of everything below. */
export interface Archive {
  readonly collection: Collection;
  readonly problems: readonly Problem[];
  /** How many names the archive holds. */
  readonly names: number;
  ask(kind: QuestionKind, text: string, options?: AskOptions): Answer;
  /** The answer, and the ranked list behind it whether or not the answer passes the threshold: for measuring. */
  examine(kind: QuestionKind, text: string, limit: number): { answer: Answer; ranked: readonly Citation[] };
}

/** Candidates that are ranked. Of 2,832 questions of squad-a they hold the answer for .966, of qamr-news-dev for .952. */
const CANDIDATES = 60;
const CITATIONS = 3;

/** Reads a corpus and builds the archive. Throws when the path does not exist; bad articles become problems. */
export async function openArchive({ corpus, exclude = [] }: ArchiveOptions): Promise<Archive> {
  const { articles, problems } = await readCorpus(corpus, { exclude });
  return buildArchive(articles, problems);
}

/** Builds an archive over articles already in memory. */
export function buildArchive(articles: readonly Article[], problems: readonly Problem[] = []): Archive {
  const collection = collect(articles);
  const vocabulary = readVocabulary(collection.documents);
  const spellings = spellingsOf(vocabulary);
  const engine = miniSearchEngine();
  for (const document of collection.documents) engine.add(document);
  const sources: Sources = { collection, vocabulary, analyses: analysesOf(collection) };

  const find = (kind: QuestionKind, text: string): Findings => {
    const question = readQuestion(kind, text, vocabulary, spellings);
    const terms = question.concepts.flatMap((concept) => concept.ways.flat());
    const hits = engine.search(terms, CANDIDATES);
    const asked = askedOf(question, hits, collection, (term) => vocabulary.entries.get(term)?.sentences ?? 0);
    const evidence = hits.map((hit) => evidenceOf(hit, asked, collection, sources.analyses));
    return { asked, ranked: rank(evidence, asked), evidence: byNumber(evidence) };
  };
  const answer = (findings: Findings, began: number, { limit = CITATIONS, explain = false }: AskOptions) => {
    const untimed = answerOf(findings, sources, limit, explain);
    return { ...untimed, took_ms: Math.round((performance.now() - began) * 100) / 100 };
  };

  return {
    collection,
    problems,
    names: vocabulary.names.size,
    ask(kind, text, options = {}) {
      const began = performance.now();
      return answer(find(kind, text), began, options);
    },
    examine(kind, text, limit) {
      const began = performance.now();
      const findings = find(kind, text);
      const ranked = citationsOf(findings.ranked, findings, sources, limit);
      return { answer: answer(findings, began, {}), ranked };
    },
  };
}

function byNumber(evidence: readonly Evidence[]): Map<number, Evidence> {
  return new Map(evidence.map((one) => [one.sentence.number, one]));
}
