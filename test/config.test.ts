import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { configOf, SETTINGS, wantsColour } from '../src/config.ts';
import { packageRoot } from '../src/package.ts';
import { WrongUse } from '../src/wrong-use.ts';

const shipped = join(packageRoot(), 'corpus');

test('without settings the archive is the one that ships', () => {
  expect(configOf({})).toEqual({ corpus: shipped });
  expect(existsSync(shipped)).toBe(true);
});

test('an empty variable is not set', () => {
  expect(configOf({ IBID_CORPUS: '' }).corpus).toBe(shipped);
});

test('a relative path is taken from the working directory', () => {
  expect(configOf({ IBID_CORPUS: 'test' }).corpus).toBe(resolve('test'));
});

test('an option goes before the environment', () => {
  expect(configOf({ IBID_CORPUS: '/nowhere' }, { corpus: 'src' }).corpus).toBe(resolve('src'));
});

test('a path that does not exist is said with the name it was given by', () => {
  expect(() => configOf({ IBID_CORPUS: '/no/where' })).toThrow(
    new WrongUse('IBID_CORPUS: there is no file or folder at "/no/where"'),
  );
  expect(() => configOf({}, { corpus: 'no-where' })).toThrow(
    '--corpus: there is no file or folder at "no-where"',
  );
});

test('an empty --corpus is an error, not the default', () => {
  expect(() => configOf({}, { corpus: '' })).toThrow('--corpus');
});

test('NO_COLOR goes before FORCE_COLOR, and both before the terminal', () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColour({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wantsColour({ FORCE_COLOR: '1', NO_COLOR: '1' }, true)).toBe(false);
});

test('.env.example lists every setting, and no other', () => {
  const example = readFileSync(join(packageRoot(), '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed).toEqual(SETTINGS);
});
