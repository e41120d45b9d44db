import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { run as ask } from '../../src/cli/verbs/ask.ts';
import { run as sentences } from '../../src/cli/verbs/sentences.ts';
import { packageRoot, packageVersion } from '../../src/package.ts';
import { run as evaluate } from '../../tools/verbs/eval.ts';
import { run as evaluateNames } from '../../tools/verbs/eval-names.ts';
import { unsureQuestion } from '../answer/asked.ts';
import { AGENCY } from '../ingest/agency.ts';
import { ibidHere } from './ibid-here.ts';

const cli = inject('cli');
const TOOLS: ReadonlySet<string> = new Set(['eval', 'eval-names', 'train']);
const folder = mkdtempSync(join(tmpdir(), 'ibid-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `ibid` as a process of its own in an empty folder, where no .env of the machine reaches it. */
function spawned(words: readonly string[], { input = '', env = {} }: { input?: string; env?: object } = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, IBID_MODEL: 'off', ...env },
  });
  return { stdout, stderr, status };
}

/** The same in this process. */
const ibid = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  ibidHere(words, {
    cwd: folder,
    env,
    ...(TOOLS.has(words[0]!) && { verbs: [join(packageRoot(), 'tools/verbs')] }),
  });

async function wrong(words: readonly string[], message: string, env?: Readonly<Record<string, string>>) {
  const { stdout, stderr, status } = await ibid(words, env);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
}

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('where, of the archive that ships', () => {
  const { stdout, stderr, status } = spawned(['ask', 'where', "Ma'asaran"]);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/^\/where Ma'asaran\n/);
  expect(stdout).toContain('Ma’asaran');
  expect(stdout).toContain('idlib-offensive.txt ¶ ');
  expect(stdout).not.toContain('\u001b');
});

test('words without a verb are one question, and --json prints one object', async () => {
  const words = ['ask', 'Where', 'is', "Ma'asaran?", '--json', '--limit', '1', '--explain'];
  const { stdout, status } = await ibid(words);
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ status: 'found', question: { kind: 'where', text: "Where is Ma'asaran?" } });
  expect(answer.citations).toHaveLength(1);
  expect(Object.keys(answer.citations[0].signals).length).toBeGreaterThan(0);
});

test('nothing found is exit code 1', () => {
  const { stdout, status } = spawned(['ask', 'who', 'Zyxwvut', 'Qponml']);
  expect(status).toBe(1);
  expect(stdout).toContain('No answer: ');
});

test('an unsure answer shows what is nearest, and is exit code 1', async () => {
  const corpus = join(folder, 'unsure');
  mkdirSync(corpus);
  writeFileSync(
    join(corpus, 'a.txt'),
    'Troops entered Homs on Monday. They met Bashar Assad. Rain fell on Hama.',
  );
  const asked = (question: string, ...flags: string[]) =>
    ibid(['ask', question, '--corpus', corpus, ...flags]);
  const statusOf = async (text: string) => JSON.parse((await asked(text, '--json')).stdout).status;
  const question = await unsureQuestion('who met Assad', statusOf);
  const { stdout, status } = await asked(question);
  expect(status).toBe(1);
  expect(stdout).toContain('\n\n  The archive may not answer this. Nearest:\n\n');
  expect(stdout).toContain('\n  They met Bashar Assad.\n');
  const json = await asked(question, '--json');
  expect(json.status).toBe(1);
  const [first] = JSON.parse(json.stdout).citations;
  expect(first.quote).toBe('They met Bashar Assad.');
});

test('piped lines are answered one by one, without a prompt', () => {
  const { stdout, stderr, status } = spawned(['ask', '--json'], {
    input: "/where Ma'asaran\n/nonsense x\nZyxwvut?\n",
  });
  expect(status).toBe(0);
  expect(stderr).toContain('/nonsense is not a question');
  const answers = stdout.trimEnd().split('\n');
  expect(answers.map((line) => JSON.parse(line).question.kind)).toEqual(['where', 'ask']);
  expect(stdout).not.toContain('ibid>');
});

test('wrong use is one line on stderr and exit code 2', async () => {
  await wrong(['ask', 'where'], 'ibid: where needs words');
  await wrong(['ask', 'where', 'Idlib', '--limit', '2x'], 'whole number');
  await wrong(['nonsense'], "unknown command 'nonsense'");
  await wrong(['status'], 'IBID_CORPUS: there is no file or folder at "no-such"', {
    IBID_CORPUS: 'no-such',
  });
});

test('a verb that is given what is not there says which', async () => {
  const output = { write: () => expect.fail(), warn: () => expect.fail() };
  await expect(sentences('no-such.txt', {}, output)).rejects.toThrow('there is no file at "no-such.txt"');
  await expect(evaluate({ questions: 'no-such.jsonl' }, output)).rejects.toThrow(
    'there is no file at "no-such.jsonl"',
  );
  await expect(ask(['where', 'Idlib'], { corpus: 'no-such' }, output)).rejects.toThrow(
    '--corpus: there is no file or folder at "no-such"',
  );
  await expect(evaluateNames('no-such', {}, output)).rejects.toThrow("documents.jsonl: can't be read");
});

test('the version is the package’s', async () => {
  expect(await ibid(['--version'])).toEqual({ stdout: `${packageVersion()}\n`, stderr: '', status: 0 });
});

test('.env of the working directory is read, and the environment goes before it', async () => {
  const cwd = join(folder, 'home');
  mkdirSync(cwd);
  writeFileSync(join(cwd, '.env'), 'IBID_CORPUS=no-such\n');
  expect((await ibidHere(['status'], { cwd })).stderr).toContain('no-such');
  const env = { IBID_CORPUS: join(packageRoot(), 'corpus') };
  expect((await ibidHere(['status'], { cwd, env })).status).toBe(0);
});

test('sentences of a file, with offsets into its text', async () => {
  const text = 'It fell. They left.\n\nNobody was hurt.';
  const path = fileOf('plain.txt', text);
  const [article] = JSON.parse((await ibid(['sentences', path, '--json'])).stdout);
  const sentences = article.paragraphs.flatMap((paragraph: { sentences: unknown[] }) => paragraph.sentences);
  expect(sentences.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))).toEqual([
    'It fell.',
    'They left.',
    'Nobody was hurt.',
  ]);
  expect((await ibid(['sentences', path])).stdout).toContain('¶ 2  21–37\n  3  21–37  Nobody was hurt.\n');
});

test('status lists problems, and ask points to it', async () => {
  const corpus = join(folder, 'news');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'good.txt'), 'Idlib is a city in Syria.');
  writeFileSync(join(corpus, 'bad.jsonl'), '{"id": "1", \n');
  const { stdout, status } = await ibid(['status', '--corpus', corpus]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/Holds +1 article, 1 sentence, /);
  expect(stdout).toContain('error bad.jsonl:1: ');
  expect(JSON.parse((await ibid(['status', '--corpus', corpus, '--json'])).stdout)).toMatchObject({
    articles: 1,
    sentences: 1,
  });
  const ask = ['ask', 'where', 'Idlib', '--corpus', corpus];
  expect((await ibid(ask)).stderr).toBe('1 file could not be used: see `ibid status`\n');
  expect((await ibid([...ask, '--json'])).stderr).toBe('');
});

test('an article that stands there twice is cited once, and counted', async () => {
  const corpus = join(folder, 'twice');
  mkdirSync(corpus);
  writeFileSync(join(corpus, 'b.md'), `---\ntitle: Flood\npublished: 2020-01-28\n---\n${AGENCY}`);
  writeFileSync(join(corpus, 'a.md'), `---\ntitle: Flood again\npublished: 2020-01-29\n---\n${AGENCY}`);
  const { stdout } = await ibid(['ask', 'who', 'the Oskel Water Board', '--corpus', corpus]);
  expect(stdout).toContain('[1] Flood — 2020-01-28 · b.md ¶ 1\n');
  expect(stdout).toContain(' also in Flood again — 2020-01-29 · a.md ¶ 1\n');
  expect(stdout).not.toContain('[2]');
  expect((await ibid(['status', '--corpus', corpus])).stdout).toContain(
    'Repeated    2 articles word for word the same as another\n',
  );
});

test('eval --json prints the measures and nothing else', async () => {
  const corpus = join(folder, 'set');
  mkdirSync(corpus);
  const text = 'Idlib is a city. The army entered Idlib on Monday.';
  writeFileSync(join(corpus, 'articles.jsonl'), `${JSON.stringify({ id: 'a', title: 'A', text })}\n`);
  const questions = join(corpus, 'questions.jsonl');
  const lines = [
    { question: 'When did the army enter Idlib?', expected: [{ article: 'a', start: 43, end: 49 }] },
    { question: 'Who is Zyxwvut Qponml?', expected: [] },
  ];
  writeFileSync(questions, lines.map((line) => JSON.stringify(line)).join('\n'));
  const { stdout, stderr, status } = await ibid([
    'eval',
    '--corpus',
    corpus,
    '--questions',
    questions,
    '--json',
  ]);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const measures = JSON.parse(stdout);
  expect(measures).toMatchObject({ questions: 2, answerable: 1, p1: 1, refusedUnanswerable: 1 });
  expect(Object.keys(measures)).toEqual(
    [
      'questions answerable p1 hit3 hit5 mrr10 refusedAnswerable refusedRight refusedUnanswerable silentUnanswerable',
      'rightAndShown wrongAndShown unsure silent shownPrecision unsureRight byKind auc ms searchMs',
    ].flatMap((names) => names.split(' ')),
  );
  expect((await ibid(['eval', '--corpus', corpus, '--questions', questions])).stdout).toContain(
    'ms per question',
  );
});

test('eval asks an archive what it can’t answer, and draws how confidence was borne out', async () => {
  const questions = fileOf(
    'outside.jsonl',
    '{"question":"Who won the chess tournament in Reykjavik in 1972?","expected":[{"article":"chess","quote":"Fischer"}]}',
  );
  const words = ['eval', '--corpus', join(packageRoot(), 'corpus'), '--questions', questions, '--outside'];
  const { stdout, stderr } = await ibid([...words, '--calibration']);
  expect(stderr).toBe('');
  expect(stdout).toMatch(/0\.0–0\.1 +1 +0\.\d+ +0\.000/);
  expect(stdout).toContain('expected calibration error');
});

test('eval names the broken line', async () => {
  const path = fileOf('broken.jsonl', '{"question": "a", "expected": []}\n{"question": 1, "expected": []}\n');
  await wrong(['eval', '--questions', path], 'broken.jsonl:2: question must be a text');
});

test('eval-names measures a folder of typed spans, beside compromise', async () => {
  const text = 'Mr. Zorgan lived in Brimble. He left Brimble.';
  const span = (type: string, begin: number, end: number) => ({ documentId: 'a', type, begin, end });
  const gold = [
    span('Person', 4, 10),
    span('Location', 20, 27),
    span('Location', 37, 44),
    span('Weapon', 29, 31),
  ];
  fileOf('documents.jsonl', JSON.stringify({ _id: 'a', title: 'A', text }));
  fileOf('entities.jsonl', gold.map((line) => JSON.stringify(line)).join('\n'));
  const { stdout, stderr, status } = await ibid(['eval-names', folder, '--verbose']);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toContain('1 document, 4 spans');
  expect(stdout).toMatch(/all spans: 4 .*\n {2}ibid +0\.556 +0\.667 \(0\.50, 1\.00\) +1\.000 /);
  expect(stdout).toContain('other, read as person: He');
  expect(stdout).toMatch(/\n {2}compromise +\d\.\d{3}/);
});

test('a reader that leaves early is no failure', async () => {
  const child = spawn(process.execPath, [cli, 'ask'], {
    cwd: folder,
    env: { PATH: process.env.PATH, IBID_MODEL: 'off' },
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  child.stdin.on('error', () => {}); // the child may be gone before all is written
  child.stdin.end("/where Ma'asaran\n".repeat(200));
  const status = await new Promise((done) => child.on('close', done));
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

test('train learns from a question set, prints what it is worth, and writes the weights', async () => {
  const questions = fileOf(
    'train.jsonl',
    [
      '{"question":"Who brokered the ceasefire?","expected":[{"article":"idlib-offensive","quote":"brokered by Russia"}]}',
      '{"question":"What did al-Watan report?","expected":[{"article":"idlib-offensive","quote":"just around the corner"}]}',
    ].join('\n'),
  );
  const corpus = join(packageRoot(), 'corpus');
  const { stdout, stderr, status } = await ibid([
    'train',
    '--corpus',
    corpus,
    '--questions',
    questions,
    '--folds',
    '2',
    '--out',
    folder,
  ]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^P@1 [01]\.\d{4} {2}hit@5 .*2 folds\n$/);
  expect(stderr).toContain('to learn it takes questions of another set');
  // That the same examples give the same weights is in eval/learn.test.ts.
  const { weights } = JSON.parse(readFileSync(join(folder, 'weights.json'), 'utf8'));
  expect(Object.keys(weights)).toContain('wording');
});

test('train wants an archive for each file of questions', async () => {
  await wrong(['train', '--corpus', 'a', 'b', '--questions', 'q'], 'as many --corpus as --questions');
});
