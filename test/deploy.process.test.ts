import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ANSWER_MS } from '../src/monitoring/ask-health.ts';
import { packageRoot } from '../src/package.ts';
import { SETTINGS } from '../src/settings.ts';

const ROOT = packageRoot();

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Whether a program is on the PATH. */
const has = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

const { version } = JSON.parse(textOf('package.json')) as { version: string };

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The stages of the Dockerfile, each with its instructions, continued lines joined, comments gone. */
function stagesOf(dockerfile: string): Instruction[][] {
  const stages: Instruction[][] = [];
  const lines = dockerfile.replace(/^#.*\n/gmu, '').replace(/\\\n\s*/gu, '');
  for (const [, name, rest] of lines.matchAll(/^([A-Z]+) +(.+)$/gmu)) {
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name: name!, rest: rest! });
  }
  return stages;
}

describe('the Dockerfile', () => {
  const dockerfile = textOf('Dockerfile');
  const stages = stagesOf(dockerfile);
  const final = stages.at(-1)!;
  const restOf = (name: string) => final.filter((one) => one.name === name).map(({ rest }) => rest);

  test('stands on one exact version of Node.js in all stages', () => {
    expect(dockerfile).toMatch(/^ARG NODE=docker\.io\/library\/node:20\.\d+\.\d+-slim$/mu);
    expect(stages).toHaveLength(3);
    for (const [from] of stages) expect(from!.rest).toContain(`\${NODE}`);
  });

  test('ends as a user without rights, with the two volumes, and stops as systemd would stop it', () => {
    expect(restOf('USER')).toEqual(['node']);
    expect(final.findIndex(({ name }) => name === 'USER')).toBeGreaterThan(
      final.findLastIndex(({ name }) => name === 'RUN'),
    );
    expect(restOf('VOLUME')).toEqual(['["/data", "/archive"]']);
    expect(restOf('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(restOf('ENV').join(' ')).toContain('IBID_CORPUS=/archive IBID_DATA=/data');
  });

  test('takes production dependencies, what was built and the models into the image, and no tools to build', () => {
    expect(stages[1]!.some(({ rest }) => rest.startsWith('npm ci --omit=dev'))).toBe(true);
    expect(restOf('COPY')).toContain('--from=dependencies /ibid/node_modules node_modules');
    expect(restOf('COPY')).toContain('--from=build /ibid/dist dist');
    expect(restOf('COPY')).toContain('models models');
    expect(restOf('RUN').join()).toContain('rm -rf /usr/local/lib/node_modules');
    expect(restOf('RUN').join()).not.toMatch(/npm (?:ci|install)|apt/u);
  });

  test('names nothing of one processor, and what is native is there for arm64 as well', () => {
    expect(dockerfile).not.toMatch(/amd64|x86|x64|arm64/u);
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: object };
    expect(packages).toHaveProperty(['node_modules/@libsql/linux-arm64-gnu']);
    const natives = 'node_modules/onnxruntime-node/bin';
    if (!existsSync(join(ROOT, natives))) return;
    const folders = readdirSync(join(ROOT, natives), { recursive: true, encoding: 'utf8' });
    expect(folders.some((path) => /linux.arm64.onnxruntime_binding\.node$/u.test(path))).toBe(true);
  });

  test('copies what .dockerignore lets through', () => {
    const open = [...textOf('.dockerignore').matchAll(/^!(.+)$/gmu)].map(([, path]) => path!);
    const copied = stages
      .flat()
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    const isLet = (path: string) => open.some((one) => one === path || one.startsWith(`${path}/`));
    expect(copied.filter((path) => !isLet(path))).toEqual([]);
    expect(open.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

interface Service {
  readonly [key: string]: unknown;
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
}

describe('compose.yaml', () => {
  const { services, volumes, secrets } = parse(textOf('compose.yaml')) as {
    services: { ibid: Service };
    volumes: object;
    secrets: object;
  };

  test('runs this version, read-only, without capabilities, within bounds of memory and processes', () => {
    expect(services.ibid).toMatchObject({
      image: `ibid:${version}`,
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: [expect.stringMatching(/^\/tmp:size=/u)],
      mem_limit: expect.stringMatching(/^\d+g$/u),
      pids_limit: expect.any(Number),
    });
  });

  test('mounts the data, and the archive read-only', () => {
    expect(services.ibid.volumes).toEqual(['data:/data', expect.stringMatching(/:\/archive:ro$/u)]);
    expect(Object.keys(volumes)).toEqual(['data']);
  });

  test('asks the bot whether it is alive, as the image does, with time for a slow start', () => {
    const { healthcheck } = services.ibid as unknown as {
      healthcheck: {
        test: string[];
        interval: string;
        timeout: string;
        start_period: string;
        retries: number;
      };
    };
    const { test: words, interval, timeout, start_period: start, retries } = healthcheck;
    expect(words).toEqual(['CMD', 'ibid', 'health']);
    const last = stagesOf(textOf('Dockerfile')).at(-1)!;
    expect(last.find(({ name }) => name === 'HEALTHCHECK')!.rest).toBe(
      `--interval=${interval} --timeout=${timeout} --start-period=${start} --retries=${retries} CMD ["ibid", "health"]`,
    );
    // What waits for an answer itself says why it got none.
    expect(Number.parseInt(timeout, 10) * 1_000).toBeGreaterThan(ANSWER_MS);
  });

  test('hands the token over in a file, and sets nothing that is no setting', () => {
    expect(services.ibid.environment.DISCORD_TOKEN_FILE).toBe('/run/secrets/discord-token');
    expect(Object.keys(secrets)).toEqual(['discord-token']);
    expect(Object.keys(services.ibid.environment).filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });
});

describe('the unit of systemd', () => {
  const unit = textOf('deploy/ibid.service');

  test('takes the token from a credential, and never starts again what a setting has ended', () => {
    expect(unit).toMatch(/^LoadCredential=discord-token:/mu);
    expect(unit).toMatch(/^Environment=DISCORD_TOKEN_FILE=%d\/discord-token$/mu);
    expect(unit).toMatch(/^RestartPreventExitStatus=78$/mu);
    expect(unit).toMatch(/^Type=notify$/mu);
  });

  test('sets nothing that is no setting', () => {
    const set = [...unit.matchAll(/^Environment=(.+)$/gmu)].flatMap(([, line]) => line!.split(' '));
    const names = set.map((one) => one.split('=')[0]!).filter((name) => name !== 'NODE_ENV');
    expect(names.filter((name) => !SETTINGS.includes(name))).toEqual([]);
  });

  test.skipIf(!has('systemd-analyze'))('leaves 1.5 of 10 points of exposure at most', () => {
    const words = ['security', '--offline=yes', '--threshold=15', '--no-pager', 'ibid.service'];
    expect(() =>
      execFileSync('systemd-analyze', words, { cwd: join(ROOT, 'deploy'), stdio: 'pipe' }),
    ).not.toThrow();
  });
});

test('a release is signed, has a bill of materials, and has no right that it does not need', () => {
  const { permissions, jobs } = parse(textOf('.github/workflows/release.yml')) as {
    permissions: object;
    jobs: { release: { permissions: object; steps: { uses?: string; run?: string }[] } };
  };
  expect(permissions).toEqual({});
  expect(jobs.release.permissions).toEqual({
    contents: 'write',
    'id-token': 'write',
    attestations: 'write',
  });
  const steps = jobs.release.steps.map(({ uses, run }) => uses ?? run ?? '');
  expect(steps.map((step) => step.split('@')[0])).toEqual(
    expect.arrayContaining(['.ci/run', 'npm pack', 'actions/attest-build-provenance', 'actions/attest-sbom']),
  );
});
