/** The thread behind `examiner`: one file, one answer. */
import { serve } from '../threads/serve.js';
import { examineFile } from './examine-file.js';
serve(examineFile);
