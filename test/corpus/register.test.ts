import { collect } from '../../src/corpus/collection.ts';
import { registerOf } from '../../src/corpus/register.ts';
import { registerContract } from './register-contract.ts';

registerContract('in memory', async (articles) => registerOf(collect(articles).documents));
