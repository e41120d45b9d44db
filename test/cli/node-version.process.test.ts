import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { tooOld } from '../../src/cli/node-version.ts';
import { packageRoot } from '../../src/package.ts';

test('the oldest Node.js is the one of package.json', () => {
  const { engines } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const oldest = engines.node.replace('>=', '');
  expect(tooOld(`v${oldest}.0`)).toBeUndefined();
  expect(tooOld('v20.18.3')).toBe(
    `ibid: this is Node.js 20.18.3, and Ibid needs ${oldest} or newer: https://nodejs.org`,
  );
  expect([tooOld('v22.0.0'), tooOld('v20.20.0'), tooOld('v100.0.0')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(tooOld('v18.20.4')).toContain('18.20.4');
});

test.each(['start', 'ask'])('on an older one ibid %s is one line, and loads nothing else', (verb) => {
  const older =
    "Object.defineProperty(process, 'version', { value: 'v18.20.4' }); Object.defineProperty(process, 'versions', { get() { throw new Error('loaded'); } });";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(older)}`, inject('cli'), verb],
    { encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  expect([status, stdout, stderr]).toEqual([
    78,
    '',
    'ibid: this is Node.js 18.20.4, and Ibid needs 20.19 or newer: https://nodejs.org\n',
  ]);
});
