import type { Encoder, EncoderModel, Passage, PassageScores } from '../../encoder/encoder.ts';
import { readModelFolder } from '../../encoder/model-folder.ts';
import { openEncoder } from '../../encoder/open-encoder.ts';
import { codeOf } from '../../text/languages/language.ts';
import { UsageError } from '../../usage-error.ts';
import { type StoredModel, storedModels } from '../../web/hub/stored-models.ts';
import type { Output } from '../output.ts';
import { counted } from '../terminal/counted.ts';
import { oneLine } from '../terminal/error.ts';
import type { ModelFolders } from './model-folders.ts';
import { namedModels } from './named-models.ts';
import { TRIAL_QUESTIONS, type TrialQuestion } from './trial-questions.ts';

/**
 * Loads each model, or the one of this name, and has it score sentences of its own. Writes a line for each. The exit code is 1
 * where one doesn't work. Throws a `UsageError` where there is none. `open`: for tests.
 */
export async function testModels(
  { fetched, shipped }: ModelFolders,
  name: string | undefined,
  output: Output,
  open = openEncoder,
): Promise<number> {
  const all = [...(await storedModels(shipped)), ...(await storedModels(fetched))];
  const asked = name === undefined ? all : namedModels(all, name);
  if (asked.length === 0) throw new UsageError(adviceFor(name, all));
  let code = 0;
  // One after the other: together they would slow each other down.
  for (const model of asked) {
    const { verdict, costs, works } = await tested(model, open);
    // What a model takes shows in a process that has had no other one.
    const shown = asked.length === 1 ? costs : costs.filter((cost) => !cost.includes('memory'));
    output.write(`${model.name}: ${[verdict, ...shown].join(', ')}`);
    if (!works) code = 1;
  }
  return code;
}

function adviceFor(name: string | undefined, all: readonly StoredModel[]): string {
  const names = all.map((model) => model.name).join(', ');
  const there = names === '' ? 'there is none: ibid model get english fetches one' : `there is ${names}`;
  return name === undefined ? `no model to test: ${there}` : `there is no model "${name}"; ${there}`;
}

interface Tested {
  readonly verdict: string;
  /** `loaded in 0.4 s`, `7.1 ms of CPU time a sentence`, `95 MB of memory`. */
  readonly costs: readonly string[];
  readonly works: boolean;
}

async function tested({ folder, isPart }: StoredModel, open: typeof openEncoder): Promise<Tested> {
  if (isPart) return unusable('half downloaded');
  const faults: string[] = [];
  try {
    const model = await readModelFolder(folder);
    const encoder = open({
      models: [model],
      tell: (line) => void faults.push(line.replace(/^encoder: /u, '')),
    });
    try {
      const trial = await tryOut(encoder, model);
      if (trial !== undefined) return trial;
    } finally {
      await encoder.close();
    }
  } catch (error) {
    faults.push(oneLine(error));
  }
  return unusable(faults.join('; '));
}

function unusable(reason: string): Tested {
  return { verdict: `can't be used: ${oneLine(reason)}`, costs: [], works: false };
}

/** undefined where the model could not score; then the encoder has told why. */
async function tryOut(encoder: Encoder, model: EncoderModel): Promise<Tested | undefined> {
  const [before, began] = [process.memoryUsage.rss(), performance.now()];
  if ((await scoreBoth(encoder, warmUpFor(model))) === undefined) return undefined;
  const loaded = performance.now();
  const cpuBefore = process.cpuUsage();
  const trials = TRIAL_QUESTIONS.filter(({ language }) => isFor(model, language));
  const failed: TrialQuestion[] = [];
  for (const trial of trials) {
    const scores = await scoreBoth(encoder, trial);
    if (scores === undefined) return undefined;
    if (!(scoreOf(scores[0]) > scoreOf(scores[1]))) failed.push(trial);
  }
  // Of all threads: what else the computer does meanwhile doesn't count.
  const { user, system } = process.cpuUsage(cpuBefore);
  const msEach = (user + system) / 1000 / (2 * trials.length);
  const megabytes = Math.round((process.memoryUsage.rss() - before) / 1024 / 1024);
  return {
    verdict: verdictOf(trials, failed),
    costs: [
      `loaded in ${((loaded - began) / 1000).toFixed(1)} s`,
      ...(trials.length === 0 ? [] : [`${msEach.toFixed(1)} ms of CPU time a sentence`]),
      `${megabytes} MB of memory`,
    ],
    works: failed.length === 0,
  };
}

function verdictOf(trials: readonly TrialQuestion[], failed: readonly TrialQuestion[]): string {
  const [first] = failed;
  if (first !== undefined)
    return `doesn't work: to ${failed.length} of ${counted(trials.length, 'question')} the wrong sentence comes first, to “${first.question}” “${first.wrong}”`;
  if (trials.length === 0) return 'loads and scores; Ibid has no sentences in its languages to try it with';
  return `works: to ${counted(trials.length, 'question')} the right sentence comes first`;
}

/** Loads the model, too. In its own language: sentences of others are not scored. */
function warmUpFor({ languages }: EncoderModel): TrialQuestion {
  const language = languages === 'any' ? 'en' : (languages[0] ?? 'en');
  return { language, question: 'a', right: 'b', wrong: 'c' };
}

function scoreBoth(encoder: Encoder, { language, question, right, wrong }: TrialQuestion) {
  const passages: Passage[] = [right, wrong].map((sentence) => ({ title: '', sentence, language }));
  return encoder.score({ text: question, language }, passages);
}

function scoreOf({ logit, cosine }: PassageScores = {}): number {
  return logit ?? cosine ?? Number.NaN;
}

function isFor({ languages }: EncoderModel, language: string): boolean {
  return languages === 'any' || languages.some((one) => codeOf(one) === language);
}
