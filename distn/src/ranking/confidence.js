import file from './confidence.json' with { type: 'json' };
import { asksOfNames } from './evidence.js';
/** The order in which `ibid train` learns the features. */
export const CONFIDENCE_FEATURES = [
    'score',
    'held',
    'missing',
    'rarity',
    'namesMissing',
    'numberMissing',
    'hasForm',
    'formMissing',
    'logSentences',
];
/**
 * Below this confidence an answer is none. `ibid train` takes the one that refuses one in seven of the questions whose
 * first sentence is right, and writes what it refuses of others beside it.
 */
export const THRESHOLD = file.threshold;
/** Below this confidence nothing is shown; from here to the threshold, the nearest sentences, marked as unsure. */
export const UNSURE = file.unsure;
/** Probability, 0 to 1, that the first of the list answers. */
export function confidenceOf(list) {
    if (list.ranked.length === 0)
        return 0;
    const features = confidenceFeaturesOf(list);
    return features ? probabilityOf(features) : confidenceOfNames(list);
}
/** Logistic regression, its weights in `confidence.json` as `ibid train` wrote them. */
export function probabilityOf(features) {
    const logit = CONFIDENCE_FEATURES.reduce((sum, name) => sum + file.weights[name] * features[name], file.intercept);
    return 1 / (1 + Math.exp(-logit));
}
/** `undefined` where there is no candidate, and of names alone: nothing else is asked of them. */
export function confidenceFeaturesOf(list) {
    const { ranked, evidence, query, sentences } = list;
    if (ranked.length === 0 || asksOfNames(query.question))
        return undefined;
    const first = evidence.get(ranked[0].sentence.number);
    const { concepts, idfs } = query;
    const most = Math.log(sentences + 1);
    const information = idfs.map((idf) => Math.min(1, idf / most));
    const near = (one) => concepts.map((_, i) => one.inParagraph[i] || one.inTitle[i]);
    const around = near(first);
    const ofArticle = [...evidence.values()]
        .filter(({ sentence }) => sentence.document === first.sentence.document)
        .map(near);
    const missing = (i) => !ofArticle.some((flags) => flags[i]);
    const hasForm = query.question.expects !== 'thing';
    const numbers = concepts.flatMap(({ typed }, i) => (/\d/.test(typed) ? [i] : []));
    return {
        score: ranked[0].score,
        held: sum(information.filter((_, i) => first.inSentence[i])),
        missing: sum(information.filter((_, i) => missing(i))),
        rarity: ranked[0].signals.rarity ?? 0,
        namesMissing: query.names.filter((i) => !around[i]).length / Math.max(1, query.names.length),
        numberMissing: numbers.some((i) => !around[i]) ? 1 : 0,
        hasForm: hasForm ? 1 : 0,
        formMissing: hasForm && first.answers.length === 0 ? 1 : 0,
        logSentences: most,
    };
}
function sum(values) {
    return values.reduce((total, value) => total + value, 0);
}
/**
 * Names alone are answered by every sentence that holds them whole, and one with a part of a name ("Emmanuel Johnson"
 * for "Emmanuel Macron") speaks of another: half of it counts for .015, less than an unsure answer has. What says more of a name has no say.
 */
function confidenceOfNames({ ranked, evidence, query }) {
    const first = evidence.get(ranked[0].sentence.number);
    const { inSentence } = first;
    const asked = query.idfs.map((idf, i) => (query.concepts[i].qualifier ? 0 : idf));
    const sum = (values) => values.reduce((total, value) => total + value, 0);
    const held = asked.filter((_, i) => inSentence[i]);
    const sure = tellsNothing(first, query) ? UNSURE_OF_NAMES : SUREST_OF_NAMES;
    return sure * (sum(held) / Math.max(1e-9, sum(asked))) ** 6;
}
/** That a sentence holds a name doesn't make it an answer. */
const SUREST_OF_NAMES = 0.95;
/** … and less where nothing in it has the form that is asked for, or where a common word is asked about and it says nothing of it. */
const UNSURE_OF_NAMES = 0.2;
function tellsNothing({ answers, description }, { question, names }) {
    const { expects, concepts } = question;
    if (expects === 'date')
        return false;
    if (expects !== 'person' && expects !== 'place' && expects !== 'thing')
        return answers.length === 0;
    // Scripts without capital letters have no names that could be told from other words.
    const common = names.length === 0 && concepts.every(({ typed }) => /^[a-z]+$/.test(typed));
    return common && description === undefined && (expects !== 'thing' || question.kind === 'what');
}
