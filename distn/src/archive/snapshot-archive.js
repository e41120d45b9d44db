import { answerOf, citationsOf, comparedDocuments, pageOf, selectionOf, } from '../answer/answer.js';
import { detailsOf, mentioning, summaryOf } from '../answer/articles.js';
import { candidatesOf } from '../answer/candidates.js';
import { contextOf } from '../answer/context.js';
import { elsewhereIn } from '../answer/copies.js';
import { accepts, isDated, isOpen, passes } from '../answer/filter.js';
import { occurrencesOf } from '../answer/occurrences.js';
import { citationsOfWords } from '../answer/quote.js';
import { speakingOf } from '../answer/sources.js';
import { GatheredDocuments } from '../index/gathered-documents.js';
import { nameTypesOf } from '../index/lexicon/name-types.js';
import { languagesOf } from '../query/languages.js';
import { parseQuery } from '../query/parse-query.js';
import { suggest } from '../query/suggest.js';
import { analysesOf, newAnalysisCache } from '../ranking/analysis.js';
import { confidenceFeaturesOf } from '../ranking/confidence.js';
import { cuesOf } from '../ranking/descriptions/cues.js';
import { asksOfNames, evidenceOf, queryContextOf } from '../ranking/evidence.js';
import { rank } from '../ranking/rank.js';
/** Candidates that are ranked. Of 2,832 questions of squad-a they hold the answer for .966, of qamr-news-dev for .952. */
const CANDIDATES = 60;
/** A name alone stands in many sentences, and BM25 can't tell which of them says what it is. */
const CANDIDATES_OF_NAMES = 240;
const CITATIONS = 3;
/**
 * The archive as of one snapshot. A question gathers what it needs in few batches: hits; their documents; duplicates of
 * candidates that may be reprints; duplicates of what is shown. Everything in between is pure.
 */
export class SnapshotArchive {
    index;
    nameTypes;
    analyses = newAnalysisCache();
    openedAt = Date.now();
    languages;
    constructor(index) {
        this.index = index;
        this.nameTypes = nameTypesOf(index.lexicon);
    }
    async ask(kind, text, options = {}) {
        const { limit = CITATIONS, filter = {}, locale, ...show } = options;
        return timed(async () => {
            const found = await this.find(kind, text, filter, { locale });
            const answer = await this.answer(found, filter, { limit, ...show });
            return { ...answer, articles: await this.searched(filter, answer.citations) };
        });
    }
    async examine(kind, text, limit, weights) {
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
    async quote(words, options = {}) {
        const { limit = CITATIONS, offset = 0, filter = {} } = options;
        return timed(async () => {
            const documents = this.index.containing(words);
            const found = await citationsOfWords(documents, words, (document, place) => accepts(document, place, filter));
            const citations = found.slice(offset, offset + limit);
            const exact = await this.exact(words, filter, found);
            return { ...verdict(found.length, 'no-such-words'), ...exact, citations, found: found.length };
        });
    }
    async sources(message, options = {}) {
        const { limit = CITATIONS, filter = {}, ...show } = options;
        return timed(async () => {
            const { result, sources, documents } = await this.find('ask', message, filter);
            const shown = pageOf(speakingOf(result), sources, { limit, ...show });
            await documents.gatherDuplicates(comparedDocuments(result, shown));
            const citations = citationsOf(shown.page, result, sources, show);
            const exact = await this.exact(message, filter, citations);
            return {
                ...verdict(shown.groups.length, 'no-sources'),
                ...exact,
                citations,
                found: shown.groups.length,
            };
        });
    }
    async suggest(typed, limit, kind = 'ask') {
        const { lexicon } = this.index;
        return suggest(typed, limit, kind, { lexicon, nameTypes: this.nameTypes });
    }
    async articles(about, page = {}) {
        const { from = 0, most = Number.POSITIVE_INFINITY } = page;
        const among = about === undefined ? undefined : await this.mentioning(about);
        const numbers = await this.index.metadata.newest(from, most, among);
        return { articles: await this.summaries(numbers), total: among?.length ?? this.index.articles };
    }
    async articlesLike(typed, most) {
        return this.summaries(await this.index.metadata.like(typed, most));
    }
    async article(id) {
        const document = await this.document(id);
        if (!document)
            return undefined;
        const { number } = document;
        const alike = (await this.index.duplicates([number])).get(number);
        const documents = await this.index.documents(alike.map((other) => other.number));
        const others = alike.map(({ likeness }, i) => ({ article: documents[i].article, likeness }));
        return detailsOf(document, this.index.lexicon, others);
    }
    async idByMark(mark) {
        const number = await this.index.metadata.byMark(mark);
        if (number === undefined)
            return undefined;
        const [document] = await this.index.documents([number]);
        return document.article.id;
    }
    async articlesWith(marks) {
        const numbers = await this.index.metadata.byTexts([...new Set(marks)]);
        return (await this.index.documents(numbers)).map(({ article }) => article);
    }
    async articlesIn(path) {
        return this.index.metadata.inFile(path);
    }
    async context(articleId, cited) {
        const document = await this.document(articleId);
        return document && contextOf(document, cited);
    }
    async status() {
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
    async find(kind, text, filter, { weights, locale } = {}) {
        const { index } = this;
        const { articles, sentences, lexicon } = index;
        const question = await this.question(kind, text, locale);
        const documents = new GatheredDocuments(index);
        const search = new Searches(index, documents, filter);
        const most = asksOfNames(question) ? CANDIDATES_OF_NAMES : CANDIDATES;
        const terms = termsOf(question.concepts);
        const candidates = (of) => candidatesOf((limit) => search.hits(of, limit), most, documents);
        const best = await candidates(terms);
        const asTyped = termsOf(question.concepts.map(formsOf));
        const literal = asTyped.length < terms.length ? await candidates(asTyped) : [];
        const cues = best.length < most ? [] : cuesOf(question);
        const described = cues.length === 0 ? [] : await candidates([...terms, ...cues]);
        const hits = [...new Map([...literal, ...best, ...described].map((hit) => [hit.sentence, hit])).values()];
        const frequencyOf = (term) => lexicon.term(term)?.sentences ?? 0;
        const query = queryContextOf(question, hits, sentences, frequencyOf);
        const analyses = analysesOf(documents, this.nameTypes.typeOf, this.analyses);
        await documents.gather(hits.map(({ document }) => document));
        const evidence = hits.map((hit) => evidenceOf(hit, query, documents, analyses));
        const result = {
            query,
            ranked: rank(evidence, query, weights),
            evidence: new Map(evidence.map((one) => [one.sentence.number, one])),
            elsewhere: elsewhereIn(documents, analyses, (sentence) => accepts(documents.document(sentence.document), sentence, filter)),
        };
        const sources = { articles, sentences, documents, lexicon, analyses };
        return { result, sources, documents, searchMs: search.ms };
    }
    async answer(found, filter, show) {
        const { result, sources, documents } = found;
        const selection = selectionOf(result, sources, show);
        await documents.gatherDuplicates(comparedDocuments(result, selection.found, selection.unsure));
        const answer = answerOf(result, selection, sources, show);
        if (answer.reason !== 'not-together')
            return answer;
        const postings = await this.postings(result.query.concepts, filter);
        const occurrences = occurrencesOf(result.query, (term) => postings.get(term).sentences);
        return { ...answer, occurrences };
    }
    async question(kind, text, locale) {
        const { lexicon, articles, metadata } = this.index;
        this.languages ??= metadata.summary().then((summary) => languagesOf(articles, summary));
        return parseQuery(kind, text, lexicon, { languages: await this.languages, locale });
    }
    async postings(concepts, filter) {
        const terms = [...new Set(termsOf(concepts))];
        const lists = await this.index.postings(terms, ...(isOpen(filter) ? [] : [filter]));
        return new Map(terms.map((term, i) => [term, lists[i]]));
    }
    async mentioning(about) {
        const question = await this.question('ask', about);
        return mentioning(question, await this.postings(question.concepts, {}));
    }
    /** How many articles were searched: those that pass, and those of which a sentence does. */
    async searched(filter, citations) {
        if (isOpen(filter))
            return this.index.articles;
        const others = citations.filter((citation) => !passes(citation, filter));
        const count = await this.index.metadata.count(filter);
        return count + new Set(others.map(({ articleId }) => articleId)).size;
    }
    /** What is said of words that aren't read as a question. */
    async exact(text, filter, citations) {
        return {
            question: { kind: 'ask', text, names: [], isKeywordQuery: false },
            articles: await this.searched(filter, citations),
            nearest: [],
        };
    }
    async document(id) {
        const { metadata } = this.index;
        const number = (await metadata.byId(id)) ?? (await metadata.byTitle(id));
        return number === undefined ? undefined : (await this.index.documents([number]))[0];
    }
    async summaries(numbers) {
        return (await this.index.documents(numbers)).map(summaryOf);
    }
}
/** The searches of one question. */
class Searches {
    /** How long they took. */
    ms = 0;
    index;
    documents;
    filter;
    constructor(index, documents, filter) {
        this.index = index;
        this.documents = documents;
        this.filter = filter;
    }
    /** Of articles that a filter leaves out, the sentences that tell of its days, among the best ones only. */
    async hits(terms, limit) {
        const { filter, documents } = this;
        const dated = isDated(filter);
        const began = performance.now();
        const [hits, others = []] = await this.index.search([
            { terms, limit, ...(isOpen(filter) ? {} : { filter }) },
            ...(dated ? [outside(terms, filter)] : []),
        ]);
        this.ms += performance.now() - began;
        if (!dated)
            return [...hits];
        await documents.gather(others.map(({ document }) => document));
        const telling = others.filter((hit) => accepts(documents.document(hit.document), documents.sentence(hit), filter));
        return [...hits, ...telling].sort((a, b) => b.score - a.score).slice(0, limit);
    }
}
function outside(terms, filter) {
    return { terms, limit: CANDIDATES_OF_NAMES, filter: { ...filter, days: 'outside' } };
}
function termsOf(concepts) {
    return concepts.flatMap(({ alternatives }) => alternatives.flat());
}
/** Without other words for it: they add up, and a sentence that holds many of them outdoes the name. */
function formsOf(concept) {
    return { ...concept, alternatives: concept.alternatives.slice(0, concept.forms) };
}
function verdict(found, reason) {
    return found > 0
        ? { status: 'found', confidence: 1 }
        : { status: 'not-found', confidence: 0, reason };
}
async function timed(make, began = performance.now()) {
    const answer = await make();
    return { ...answer, took_ms: Math.round((performance.now() - began) * 100) / 100 };
}
