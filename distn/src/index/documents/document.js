import { codeOf } from '../../text/languages/language.js';
import { splitParagraphs } from '../../text/sentences/paragraphs.js';
import { splitSentences } from '../../text/sentences/sentences.js';
/** Articles as documents: numbered from 0, their sentences numbered through. */
export function numberedDocuments(articles) {
    let first = 0;
    return articles.map((article, number) => {
        const document = documentOf(article, splitOf(article), number, first);
        first += document.sentences.length;
        return document;
    });
}
/** Cuts a text into paragraphs and sentences. */
export function splitOf({ text, language }) {
    const code = codeOf(language);
    const paragraphs = splitParagraphs(text);
    const sentences = paragraphs.flatMap((within, paragraph) => splitSentences(text, within, code).map(({ start, end }) => ({ start, end, paragraph })));
    return { paragraphs, sentences };
}
/** An article of this number whose first sentence has that one. */
export function documentOf(article, split, number, firstNumber) {
    return {
        article,
        number,
        paragraphs: split.paragraphs,
        sentences: split.sentences.map(({ start, end, paragraph }, ordinal) => {
            return { start, end, number: firstNumber + ordinal, document: number, paragraph, ordinal };
        }),
    };
}
