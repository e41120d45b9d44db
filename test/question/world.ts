import type { Question, QuestionKind } from '../../src/model.ts';
import { readQuestion } from '../../src/question/question.ts';
import { type Spellings, spellingsOf } from '../../src/question/spelling.ts';
import { readVocabulary, type Vocabulary } from '../../src/question/vocabulary.ts';
import { collectionOf } from '../articles.ts';

/** What an archive of these texts knows: its words and names, and how they may be written. */
export interface World {
  readonly vocabulary: Vocabulary;
  readonly spellings: Spellings;
  read(text: string, kind?: QuestionKind): Question;
}

export function worldOf(...texts: string[]): World {
  const vocabulary = readVocabulary(collectionOf(...texts).documents);
  const spellings = spellingsOf(vocabulary);
  return {
    vocabulary,
    spellings,
    read: (text, kind = 'ask') => readQuestion(kind, text, vocabulary, spellings),
  };
}
