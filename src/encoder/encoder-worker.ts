/** The thread behind `openEncoder`. */
import { serve } from '../threads/serve.ts';
import { createScorer } from './scorer.ts';

serve(createScorer().handle);
