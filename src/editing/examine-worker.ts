/** The thread behind `examiner`: one file, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { examineFile } from './examine-file.ts';

parentPort!.postMessage(await examineFile(workerData as string));
