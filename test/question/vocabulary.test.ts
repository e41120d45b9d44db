import { readVocabulary } from '../../src/question/memory-vocabulary.ts';
import { collectionOf } from '../articles.ts';
import { vocabularyContract } from './vocabulary-contract.ts';

vocabularyContract('in memory', async (...texts) => readVocabulary(collectionOf(...texts).documents));
