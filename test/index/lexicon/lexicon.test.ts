import { readVocabulary } from '../../../src/index/lexicon/memory-lexicon.ts';
import { collectionOf } from '../../articles.ts';
import { vocabularyContract } from '../../query/lexicon-contract.ts';

vocabularyContract('in memory', async (...texts) => readVocabulary(collectionOf(...texts).documents));
