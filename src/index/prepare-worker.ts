/** The thread behind `openPreparing`. It calls nothing native that mustn't be broken off. */
import type { Article } from '../model/article.ts';
import { giveWay } from '../threads/give-way.ts';
import { serve } from '../threads/serve.ts';
import { type PreparedBatch, prepareBatch } from './documents/prepared-batch.ts';

giveWay();
serve<readonly Article[], PreparedBatch>(prepareBatch);
