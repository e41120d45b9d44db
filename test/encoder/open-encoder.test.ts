import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/encoder/encoder.ts';
import { ModelError } from '../../src/encoder/model-error.ts';
import type { ModelFolder } from '../../src/encoder/model-folder.ts';
import { encoderOver, openEncoder } from '../../src/encoder/open-encoder.ts';
import type { LoadTask, Scored, ScoreTask } from '../../src/encoder/scorer.ts';
import type { AskedQuestion } from '../../src/model/query.ts';
import { type BoundKind, WorkerLostError } from '../../src/threads/worker-lost.ts';
import { HAS_RUNTIME } from './has-runtime.ts';
import { fixture } from './models.ts';

const crossEncoder = await fixture('cross-encoder');
const biEncoder = await fixture('bi-encoder');
const english: ModelFolder = { ...crossEncoder, folder: 'english' };
const any: ModelFolder = { ...biEncoder, folder: 'any' };

const QUESTION: AskedQuestion = { text: 'Where?', language: 'en' };
const passages = (...languages: (string | undefined)[]): Passage[] =>
  languages.map((language) => ({ title: '', sentence: 'Here.', ...(language && { language }) }));

type Answer = (task: LoadTask | ScoreTask) => Scored | Promise<Scored>;

/** An encoder over a worker that answers so; what it was asked, and what was told. */
function over(models: readonly ModelFolder[], answer: Answer) {
  const asked: string[] = [];
  const lines: string[] = [];
  const worker = {
    start() {},
    async call(task: LoadTask | ScoreTask) {
      asked.push('load' in task ? `load ${task.load.folder}` : readingsShown(task));
      return answer(task);
    },
    async close() {
      asked.push('close');
    },
  };
  return { ...spread(encoderOver(worker, { models, tell: (line) => lines.push(line) })), asked, lines };
}

function spread(encoder: ReturnType<typeof encoderOver>) {
  return {
    encoder,
    score: encoder.score,
    names: () => encoder.models.map((one) => (one as ModelFolder).folder),
  };
}

/** `score english 0 1, any 0 1 2` */
function readingsShown({ readings }: ScoreTask): string {
  return `score ${readings.map(({ model, passages }) => [model, ...passages].join(' ')).join(', ')}`;
}

/** What waits until it is opened. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const scoring: Answer = (task) =>
  'load' in task ? { failed: [] } : { scores: task.passages.map((_, i) => ({ logit: i })), failed: [] };

const lost = (kind: BoundKind) => new WorkerLostError(kind, 0, 'took over 512 MB of heap');

test('a model is loaded when it is first needed, once', async () => {
  const { score, asked } = over([english], scoring);
  expect(asked).toEqual([]);
  expect(await score(QUESTION, passages('en', 'en'))).toEqual([{ logit: 0 }, { logit: 1 }]);
  await score(QUESTION, passages('en'));
  expect(asked).toEqual(['load english', 'score english 0 1', 'score english 0']);
});

test('or when it is started', async () => {
  const { encoder, asked } = over([english, any], scoring);
  encoder.start();
  await encoder.score(QUESTION, passages('en'));
  expect(asked).toEqual(['load english', 'load any', 'score english 0, any 0']);
});

test('a model reads what is of its languages, question and passage', async () => {
  const { score, asked } = over([english, any], scoring);
  await score({ ...QUESTION, language: 'en-GB' }, passages('de', 'en-US', undefined));
  await score({ ...QUESTION, language: 'de' }, passages('de', 'en', undefined));
  expect(asked.filter((line) => line.startsWith('score'))).toEqual([
    'score english 1 2, any 0 1 2',
    'score any 0 1 2',
  ]);
});

test('where no model is made for the languages, there is nothing to wait for', async () => {
  const { score, asked } = over([english], scoring);
  expect(await score({ ...QUESTION, language: 'de' }, passages('de', 'en'))).toEqual([{}, {}]);
  expect(await score(QUESTION, passages('de'))).toEqual([{}]);
  expect(asked).toEqual([]);
});

test('the ninth question at a time gets the plain order at once', async () => {
  const { opened, open } = gate();
  const { score } = over([english], async (task) => {
    await opened;
    return scoring(task);
  });
  const waiting = Array.from({ length: 8 }, () => score(QUESTION, passages('en')));
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
  open();
  expect(await Promise.all(waiting)).toEqual(Array(8).fill([{ logit: 0 }]));
  expect(await score(QUESTION, passages('en'))).toEqual([{ logit: 0 }]);
});

test('a model that fails to load is told once and not tried again; the others go on', async () => {
  const { score, asked, lines, names } = over([english, any], (task) => {
    if ('load' in task && task.load.folder === 'english') throw new ModelError('a.onnx', 'is damaged');
    return scoring(task);
  });
  await score(QUESTION, passages('en'));
  await score(QUESTION, passages('en'));
  expect(asked).toEqual(['load english', 'load any', 'score any 0', 'score any 0']);
  expect(lines).toEqual(['encoder: a.onnx: is damaged']);
  expect(names()).toEqual(['any']);
});

test('what several models lack is told once', async () => {
  const { score, lines, names } = over([english, any], () => {
    throw new ModelError('onnxruntime-node', 'is not installed: run npm ci');
  });
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
  expect(lines).toEqual(['encoder: onnxruntime-node: is not installed: run npm ci']);
  expect(names()).toEqual([]);
});

test('a model that throws while it scores is told and dropped', async () => {
  const { score, lines, names } = over([english, any], (task) => {
    if ('load' in task) return { failed: [] };
    const failed = task.readings.some(({ model }) => model === 'english');
    const scores = [{ cosine: 1 }];
    return { scores, failed: failed ? [{ model: 'english', message: 'english: scoring failed: x' }] : [] };
  });
  expect(await score(QUESTION, passages('en'))).toEqual([{ cosine: 1 }]);
  expect(await score(QUESTION, passages('en'))).toEqual([{ cosine: 1 }]);
  expect(lines).toEqual(['encoder: english: scoring failed: x']);
  expect(names()).toEqual(['any']);
});

test('scores that would take too long are told once, and there are none', async () => {
  const { score, lines, names } = over([english], () => ({ failed: [] }));
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
  expect(lines).toEqual(['encoder: to score 1 sentences takes over 1000 ms: their plain order stands']);
  expect(names()).toEqual(['english']);
});

test('a model that ends the thread while it is loaded is dropped, and the others are loaded again', async () => {
  const { score, asked, lines, names } = over([english, any], (task) => {
    if ('load' in task && task.load.folder === 'any') throw lost('heap');
    return scoring(task);
  });
  expect(await score(QUESTION, passages('en'))).toEqual([{ logit: 0 }]);
  expect(asked).toEqual(['load english', 'load any', 'load english', 'score english 0']);
  expect(lines).toEqual(['encoder: any: loading it failed: took over 512 MB of heap']);
  expect(names()).toEqual(['english']);
});

test('a thread that ends while it scores is started again twice', async () => {
  const { score, asked, lines, names } = over([english], (task) => {
    if ('load' in task) return { failed: [] };
    throw lost('crash');
  });
  for (let i = 0; i < 5; i += 1) expect(await score(QUESTION, passages('en'))).toBeUndefined();
  expect(asked).toEqual(Array(3).fill(['load english', 'score english 0']).flat());
  expect(lines).toEqual([
    'encoder: took over 512 MB of heap',
    'encoder: took over 512 MB of heap: models are not used any more',
  ]);
  expect(names()).toEqual([]);
});

test('closing waits for the question that is scored, and the waiting ones get the plain order', async () => {
  const { opened, open } = gate();
  const begun = gate();
  const { encoder, score, asked } = over([english], async (task) => {
    if ('load' in task) return scoring(task);
    begun.open();
    await opened;
    return scoring(task);
  });
  const [first, second] = [score(QUESTION, passages('en')), score(QUESTION, passages('en'))];
  await begun.opened;
  const closing = encoder.close();
  open();
  expect(await first).toEqual([{ logit: 0 }]);
  expect(await second).toBeUndefined();
  await closing;
  expect(asked).toEqual(['load english', 'score english 0', 'close']);
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
});

test('without models there is nothing to do', async () => {
  const { encoder, score, asked } = over([], scoring);
  encoder.start();
  expect(await score(QUESTION, passages('en'))).toBeUndefined();
  expect(asked).toEqual([]);
});

describe.skipIf(!HAS_RUNTIME)('with onnxruntime-node', () => {
  test('a cross-encoder and a bi-encoder score the same passages', async () => {
    const encoder = openEncoder({ models: [crossEncoder, biEncoder], tell: expect.unreachable });
    const scores = await encoder.score({ text: 'north', language: 'en' }, [
      { title: 'Yes', sentence: 'North' },
      { title: '', sentence: 'no west', language: 'de' },
    ]);
    await encoder.close();
    expect(scores).toEqual([{ logit: 3, cosine: 1 }, { cosine: 0 }]);
  });
});
