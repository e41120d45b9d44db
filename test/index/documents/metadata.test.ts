import { collect } from '../../../src/index/documents/document.ts';
import { registerOf } from '../../../src/index/documents/metadata.ts';
import { registerContract } from './register-contract.ts';

registerContract('in memory', async (articles) => registerOf(collect(articles).documents));
