import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault, FaultPoint } from '../loopback/faults.ts';
import type { Reply } from '../loopback/reply.ts';
import { MANAGER, type User, type UserOptions } from '../loopback/user.ts';
import { quotationsOf, readingOf } from './reading.ts';
import { EDITORS, type ShardProcesses, startShardProcesses } from './shard-processes.ts';

/** Interactions in all; IBID_TEST_INTERACTIONS=3000 for the whole. */
const INTERACTIONS = Number(process.env.IBID_TEST_INTERACTIONS ?? 300);
const SHARDS = 3;
/** People at once in each process. */
const SEATS = INTERACTIONS >= 3_000 ? 50 : 10;
/** After so many deeds somebody else sits down: one person may ask twelve times in ten seconds. */
const STAY = 10;

/** After each of these Discord has the answer, and has it once. */
const FAULTS: readonly (readonly [FaultPoint, Fault])[] = [
  ['callback', { status: 500 }],
  ['event', { duplicate: true }],
  ['callback', { status: 429, retryAfter: 0.01 }],
  ['callback', { hangUp: true }],
  ['callback', { status: 500, afterwards: true }],
  ['event', { duplicate: true }],
  ['callback', { hangUp: true, afterwards: true }],
  ['callback', { status: 503, times: 2 }],
];

/** The machine may be busy. */
const TIMEOUT_MS = Math.max(180_000, INTERACTIONS * 300);
/** Interactions from one fault to the next. */
const FAULT_EVERY = 10;

let it: ShardProcesses;
beforeAll(async () => {
  // Whether each is answered, and once. How soon is another test's business: here everybody asks again the moment that they have an answer, and
  // what was asked while a connection was cut waits until it is resumed.
  const deadlines = { firstResponse: 30_000 };
  it = await startShardProcesses(SHARDS, {}, { identifyConcurrency: 16, deadlines });
});
afterAll(() => it.leave());

/** What came of all deeds. */
const outcome = {
  answered: 0,
  refused: 0,
  failed: [] as string[],
  stale: [] as string[],
  atKill: 0,
  added: 0,
};
let begun = 0;

/** Resolves when the process of a shard answers again. */
const up: Promise<void>[] = Array.from({ length: SHARDS }, () => Promise.resolve());
/** The shard whose process is killed, and when it is. */
const VICTIM = 1;
const death = (() => {
  let happen = () => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen };
})();

/** Whoever sits at a place: what they may do changes from deed to deed. */
async function sit(shard: number, seat: number): Promise<void> {
  for (let deeds = 0, id: string | undefined; begun < INTERACTIONS; deeds += 1) {
    await up[shard];
    if (deeds % STAY === 0) id = it.discord.user({ guild: it.guilds[shard]! }).id;
    disturb(begun);
    const options = { guild: it.guilds[shard]!, ...(id !== undefined && { id }) };
    await carryOut(shard, () => deedOf(shard, seat, deeds, options));
  }
}

/** Deeds that the kill cuts off are Discord's loss, and the person's. */
async function carryOut(shard: number, deed: () => Promise<void>): Promise<void> {
  const mayBeCut = shard === VICTIM && !isRestarted;
  const done = deed().then(
    () => 'done',
    (error: Error) => error.message,
  );
  const cut = death.happened.then(() => 'cut');
  const ended = await (mayBeCut ? Promise.race([done, cut]) : done);
  if (ended === 'cut') outcome.atKill += 1;
  else if (ended !== 'done') outcome.failed.push(ended);
}

async function deedOf(shard: number, seat: number, deeds: number, options: UserOptions): Promise<void> {
  const member = it.discord.user(options);
  const editor = it.discord.user({ ...options, roles: [EDITORS] });
  switch (deeds % 4) {
    case 0:
      return turnPage(member);
    case 1:
      return seat === 0 ? confirmWithoutRight(shard, editor, member, deeds) : readStatus(editor, true);
    case 2:
      // The role was taken from them right after it had been used; managing a server that isn't named gives none.
      return readStatus(it.discord.user({ ...options, permissions: MANAGER }), false);
    default:
      begun += 1;
      await member.type('where', { name: 'Tar' });
      outcome.answered += 1;
  }
}

async function turnPage(member: User): Promise<void> {
  begun += 2;
  const reply = await member.slash('where', { name: 'Tarmila' });
  if (isRefused(reply)) return;
  expect(quotationsOf(reply)).toHaveLength(3);
  outcome.answered += 1;
  if (isRefused(await member.press(reply, 'More'))) return;
  expect(readingOf(reply)).toContain('4–6 / 9');
  outcome.answered += 1;
}

async function readStatus(by: User, mayEdit: boolean): Promise<void> {
  begun += 1;
  const reply = await shown(await by.slash('archive status'));
  if (isRefused(reply)) return;
  if (readingOf(reply).includes('agencies.jsonl') !== mayEdit) outcome.stale.push(readingOf(reply));
  outcome.answered += 1;
}

/** Somebody is asked to confirm, loses the role, and confirms: nothing may be added. With the role again, it may. */
async function confirmWithoutRight(shard: number, editor: User, member: User, deeds: number): Promise<void> {
  begun += 3;
  const title = `Note ${shard} ${deeds}`;
  const content = `---\ntitle: ${title}\n---\nThe gate number ${deeds} of hall ${shard} stands open. Nobody closes it.\n`;
  const asked = await editor.slash('archive add', { file: { name: 'a.md', content } });
  if (isRefused(asked)) return;
  const refused = await member.press(asked, 'Add');
  if (!readingOf(refused).startsWith('The archive can’t be changed from here'))
    outcome.stale.push(readingOf(refused));
  const added = await editor.press(asked, 'Add');
  if (isRefused(added)) return;
  expect(readingOf(added)).toMatch(/^Added as added\//);
  outcome.added += 1;
  outcome.answered += 3;
}

/** An answer for one person takes the place of one that had been deferred for all: that goes, and this follows. */
async function shown(reply: Reply): Promise<Reply> {
  if (!reply.deleted) return reply;
  return it.discord.until(() => reply.followUps[0], 'what follows a deferred reply');
}

/** A line in place of an answer: to wait, or that something went wrong. */
function isRefused(reply: Reply): boolean {
  const isIt = /^One moment|went wrong|restarted|reading/.test(readingOf(reply));
  if (isIt) outcome.refused += 1;
  return isIt;
}

let isPlanned = false;
let disturbed = 0;
let faultAt = 0;
let cutAt = INTERACTIONS / 10;
let cuts = 0;
let killAt = INTERACTIONS / 2;
let isRestarted = false;

/** One fault at a time; now and then a connection is cut, and once a process is killed and started again. */
function disturb(now: number): void {
  const { faults, gateway } = it.discord;
  if (!isPlanned && now >= faultAt) {
    // What was hung up is tried once more: the next one must not hit it again.
    faultAt = now + FAULT_EVERY;
    isPlanned = true;
    const [point, fault] = FAULTS[disturbed % FAULTS.length]!;
    void faults.next(point, fault).happened.then(() => {
      isPlanned = false;
      disturbed += 1;
    });
  }
  if (now >= cutAt) {
    cutAt += INTERACTIONS / 6;
    gateway.cut(cuts % 2 === 0 ? undefined : 4000, cuts % SHARDS);
    cuts += 1;
  }
  if (now >= killAt) {
    killAt = Number.POSITIVE_INFINITY;
    up[VICTIM] = (async () => {
      await it.kill(VICTIM);
      death.happen();
      await it.start(VICTIM);
      isRestarted = true;
    })();
  }
}

test(
  `${INTERACTIONS} interactions with three processes and faults, one of them killed: none lost, none answered twice, none by a stale right`,
  async () => {
    const seats = Array.from({ length: SHARDS }, (_, shard) =>
      Array.from({ length: SEATS }, (_seat, seat) => sit(shard, seat)),
    );
    await Promise.all(seats.flat());
    await Promise.all(up);

    const taken = new Map<string, number>();
    for (const { route, interactionId, status } of it.discord.requests) {
      if (route !== 'callback' || interactionId === undefined || status < 200 || status >= 300) continue;
      taken.set(interactionId, (taken.get(interactionId) ?? 0) + 1);
    }
    const doubled = [...taken.values()].filter((times) => times > 1).length;
    const { failed, stale, ...counts } = outcome;
    const resumed = [0, 1, 2].flatMap((shard) =>
      it.process(shard).log.filter(({ msg }) => msg === 'resumed'),
    );
    console.log({
      ...counts,
      lost: failed.length,
      doubled,
      stale: stale.length,
      disturbed,
      cuts,
      resumed: resumed.length,
    });
    expect([failed, doubled, stale]).toEqual([[], 0, []]);
    expect(begun).toBeGreaterThanOrEqual(INTERACTIONS);
    expect(outcome.atKill).toBeLessThanOrEqual(SEATS);
    expect(outcome.answered + outcome.refused).toBeGreaterThan(INTERACTIONS / 2);
    expect(Math.min(cuts, disturbed, resumed.length)).toBeGreaterThan(1);
    expectEditsWhole();
  },
  TIMEOUT_MS,
);

/** What was confirmed lies in the archive, and stands in the log once; a line that a kill cut off may be there. */
function expectEditsWhole(): void {
  const log = it.inData('edits.jsonl');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
  const paths = lines.map((line) => JSON.parse(line)).flatMap(({ path, time }) => (time ? [path] : []));
  expect(new Set(paths).size).toBe(paths.length);
  const folder = join(it.archive.path, 'added');
  const files = existsSync(folder) ? readdirSync(folder).map((name) => `added/${name}`) : [];
  expect(paths.filter((path) => !files.includes(path))).toEqual([]);
  expect(files.length - outcome.added).toBeLessThanOrEqual(1);
}
