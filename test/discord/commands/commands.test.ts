import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StartupError } from '../../../src/discord/application.ts';
import type { Command } from '../../../src/discord/commands/command.ts';
import { loadCommands } from '../../../src/discord/commands/commands.ts';
import { en } from '../../../src/discord/messages/en.ts';
import { packageRoot } from '../../../src/package.ts';
import { limits } from '../loopback/limits/limits.ts';
import { createValidator, OPENAPI } from '../loopback/limits/validation.ts';
import type { WireCommand } from '../loopback/wire.ts';

const GOOD = "export default { data: { name: 'good' }, execute: () => {} };";

/** A folder of commands, gone after the test. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ibid-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('a folder of commands', () => {
  test('is read whole, declarations and other files left out', async () => {
    const folder = folderOf({
      'good.js': GOOD,
      'good.d.ts': 'nonsense',
      'notes.md': '# x',
      'good.js.map': '{',
    });
    expect([...(await loadCommands(folder)).keys()]).toEqual(['good']);
  });

  test.each([
    ['export const data = {};', 'has no default export { data, execute }'],
    ['export default null;', 'has no default export { data, execute }'],
    ['export default () => {};', 'has no default export { data, execute }'],
    ['export default {};', 'has no data'],
    ['export default { data: {}, execute() {} };', 'has no data.name'],
    ["export default { data: { name: 'x' } };", 'has no execute function'],
    ["export default { data: { name: 'x' }, execute: 'x' };", 'has no execute function'],
    [
      "export default { data: { name: 'x' }, execute() {}, autocomplete: [] };",
      'has an autocomplete that is no function',
    ],
    ["throw new Error('at once');", "can't be loaded (at once)"],
    ['export default {', "can't be loaded ("],
    ["import './no-such-file.js';", "can't be loaded ("],
  ])('with the file %j stops the start, which says what is wrong with it', async (text, fault) => {
    const loading = loadCommands(folderOf({ 'bad.js': text, 'good.js': GOOD }));
    await expect(loading).rejects.toThrow(StartupError);
    await expect(loading).rejects.toThrow(`commands/bad.js: ${fault}`);
  });

  test('with several bad files names them all at once', async () => {
    const folder = folderOf({
      'a.js': '',
      'b.js': GOOD,
      'c.js': GOOD,
      'd.js': "export default { data: { name: 'd' } }",
    });
    await expect(loadCommands(folder)).rejects.toThrow(
      [
        'commands/a.js: has no default export { data, execute }',
        'commands/c.js: a second command /good',
        'commands/d.js: has no execute function',
      ].join('\n'),
    );
  });

  test('that holds no file, only a folder, stops the start', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'more'));
    await expect(loadCommands(folder)).rejects.toThrow('holds no commands');
  });
});

describe('the commands of Ibid', async () => {
  const commands = [...(await loadCommands()).values()];
  const definitions = commands.map(({ data }) => data);

  test('are what Discord takes, in one registration', () => {
    expect(limits.commands(definitions as unknown as WireCommand[])).toEqual([]);
    const validator = createValidator(OPENAPI);
    for (const route of [
      '/applications/{application_id}/commands',
      '/applications/{application_id}/guilds/{guild_id}/commands',
    ])
      expect(validator.request('PUT', route, definitions)).toEqual([]);
  });

  test('complete what they say they complete', () => {
    for (const { data, autocomplete } of commands) {
      const completed = 'options' in data && JSON.stringify(data.options).includes('"autocomplete":true');
      expect([data.name, autocomplete !== undefined]).toEqual([data.name, completed]);
    }
  });

  const readme = readFileSync(join(packageRoot(), 'README.md'), 'utf8');
  const listed = [...readme.matchAll(/^\| (`\/.*?) \|/gm)].flatMap(
    ([, cell]) => cell!.match(/\/[^`]+/g) ?? [],
  );

  test.skipIf(listed.length === 0)('are those of the table in the README', () => {
    expect(listed.sort()).toEqual(commands.flatMap(typedAs).sort());
    expect(readme).toContain(en.commands.findSources);
  });
});

/** What people type: `/where`, `/archive status`; nothing for what stands in a menu. */
function typedAs({ data }: Command): string[] {
  if (data.type === ApplicationCommandType.Message || data.type === ApplicationCommandType.User) return [];
  const options = 'options' in data ? (data.options ?? []) : [];
  const parts = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return parts.length === 0 ? [`/${data.name}`] : parts.map(({ name }) => `/${data.name} ${name}`);
}
