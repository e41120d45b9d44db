/** The thread behind `examiner`: one file, one answer. */
import { serve } from '../threads/serve.ts';
import { examineFile } from './examine-file.ts';

serve(examineFile);
