/** The process of an archive that is asked whole questions. */
import { once } from 'node:events';
import { join } from 'node:path';
import { SnapshotArchive } from '../../src/archive/snapshot-archive.ts';
import type { IndexSnapshot, SearchRequest } from '../../src/index/index.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { tellFailures } from './child.ts';
import { CORPUS, DATA } from './growing.ts';
import type { WholeFigures, WholeWorkload } from './whole.ts';

const NAMES = 30;
/** Untimed questions, so that Node compiles hot code; others than the timed ones, which are asked once, of cold caches. */
const WARM_UPS = 100;

tellFailures();
const folder = process.argv[2]!;
const options = { corpus: join(folder, CORPUS), data: join(folder, DATA), tell: () => {} };
// The first time, everything is read; what is measured is opened after that.
await (await openIndex(options)).close();

process.send!(null);
const [workload] = (await once(process, 'message')) as [WholeWorkload];
const began = process.cpuUsage();
const index = await openIndex(options);
const open = cpuSince(began);
process.send!(await index.use(measure));

async function measure(snapshot: IndexSnapshot): Promise<WholeFigures> {
  const { archive, searches } = listening(snapshot);
  const all = async (list: readonly string[], ask: (text: string) => Promise<unknown>) => {
    const each: number[] = [];
    for (const text of list) each.push(await cpuOf(() => ask(text)));
    return each;
  };
  const warm = workload.questions.slice(0, WARM_UPS);
  const asked = workload.questions.slice(WARM_UPS);
  await all(warm, (text) => archive.ask('ask', text));
  const questions: number[] = [];
  const ofSearches: number[] = [];
  for (const text of asked) {
    searches.length = 0;
    questions.push(await cpuOf(() => archive.ask('ask', text)));
    const again = [...searches];
    ofSearches.push(
      await cpuOf(async () => {
        for (const requests of again) await snapshot.search(requests);
      }),
    );
  }
  const names = (await archive.suggest('', NAMES)).map(({ name }) => name);
  const quote = (text: string) => archive.quote(text);
  const figures = {
    ...{ open, questions, searches: ofSearches },
    phrases: await all(workload.phrases, quote),
    commonPhrases: await all(workload.commonPhrases, quote),
    absentPhrases: await all(workload.absentPhrases, quote),
    articles: await all(names, (name) => archive.articles(name, { most: 10 })),
    facets: await all(names, (name) => archive.facets(name)),
    beginnings: await all(workload.beginnings, (typed) => archive.suggest(typed, 25)),
  };
  global.gc!();
  return { ...figures, memory: process.memoryUsage().rss };
}

/** An archive that notes what it searches for. */
function listening(snapshot: IndexSnapshot) {
  const searches: (readonly SearchRequest[])[] = [];
  const archive = new SnapshotArchive({
    ...snapshot,
    search(requests) {
      searches.push(requests);
      return snapshot.search(requests);
    },
  });
  return { archive, searches };
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  return cpuSince(began);
}

/** Milliseconds of the processor: a busy machine makes them no more, but for what others push out of its caches. */
function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
