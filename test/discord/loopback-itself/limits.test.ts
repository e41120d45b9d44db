import { describe, expect, test } from 'vitest';
import * as commands from '../loopback/limits/limits-commands.ts';
import * as components from '../loopback/limits/limits-components.ts';
import * as messages from '../loopback/limits/limits-messages.ts';
import * as modals from '../loopback/limits/limits-modals.ts';
import { createValidator, OPENAPI } from '../loopback/limits/validation.ts';
import type { Rule } from '../loopback/limits/violation.ts';
import {
  button,
  type Case,
  display,
  FINE,
  ofChoices,
  ofCommands,
  ofComponents,
  ofMessages,
  ofModals,
  row,
  rows,
  V2,
  v2,
  x,
} from './limits-cases.ts';

const all = [
  ['commands', commands.commandRules, ofCommands, [FINE.commands]],
  ['messages', messages.messageRules, ofMessages, FINE.messages],
  ['components', components.componentRules, ofComponents, FINE.messages],
  ['modals', modals.modalRules, ofModals, FINE.modals],
  ['choices', modals.choiceRules, ofChoices, FINE.choices],
] as unknown as readonly [string, readonly Rule<unknown>[], readonly Case[], readonly unknown[]][];

describe.each(all)('rules of %s', (_, rules, cases, fine) => {
  const places = (rule: Rule<unknown>, body: unknown) => [...rule(body)].map(({ at }) => at);

  test.each(cases)('%s %#', (name, body, at) => {
    const rule = rules.find((one) => one.name === name);
    expect(rule && places(rule, body)).toEqual(at);
  });

  test('every rule has a case', () => {
    expect([...new Set(cases.map(([name]) => name))].sort()).toEqual(rules.map((rule) => rule.name).sort());
  });

  test('what is fine breaks none', () => {
    for (const body of fine)
      for (const rule of rules) expect([rule.name, ...places(rule, body)]).toEqual([rule.name]);
  });
});

test('a deferred reply sets EPHEMERAL and nothing else', () => {
  expect([...messages.deferredSetsOnlyEphemeral({ flags: 64 })]).toEqual([]);
  expect([...messages.deferredSetsOnlyEphemeral({ flags: 64 | V2 })].map(({ at }) => at)).toEqual(['flags']);
});

test('a message is empty without content, embeds, files or V2 components', () => {
  expect(messages.isEmptyMessage({ content: ' \n', ...{ components: [row(button())] } })).toBe(true);
  expect(messages.isEmptyMessage(v2(display('x')))).toBe(false);
  expect(messages.isEmptyMessage({ files: [{ id: '0', name: 'a' }] })).toBe(false);
});

test('a ping is what allowed_mentions does not hold back', () => {
  const content = 'a@everyone <@1> <@&2> `<@3>` ```\n@here\n``` <#4> @\u200beveryone';
  expect(messages.pingsOf({ content })).toEqual(['@everyone', '<@1>', '<@&2>']);
  expect(messages.pingsOf({ content, allowed_mentions: { parse: [] } })).toEqual([]);
  expect(messages.pingsOf({ content, allowed_mentions: { parse: ['roles'], users: ['1'] } })).toEqual([
    '<@1>',
    '<@&2>',
  ]);
  expect(messages.pingsOf({ embeds: [{ footer: { text: '@here' } }] })).toEqual(['@here']);
});

describe.runIf(createValidator(OPENAPI).available)('the official description', () => {
  const validator = createValidator(OPENAPI);
  const callback = (body: unknown) =>
    validator.request('POST', '/interactions/{interaction_id}/{interaction_token}/callback', body);

  test('accepts what our rules call fine', () => {
    const bulk = validator.request('PUT', '/applications/{application_id}/commands', FINE.commands);
    const replies = FINE.messages.flatMap((data) => callback({ type: 4, data }));
    const forms = FINE.modals.flatMap((data) =>
      callback({ type: 9, data: JSON.parse(JSON.stringify(data)) }),
    );
    const choices = FINE.choices.flatMap((list) => callback({ type: 8, data: { choices: list } }));
    expect([...bulk, ...replies, ...forms, ...choices]).toEqual([]);
  });

  test('names the one field that is wrong, however deep in its unions', () => {
    const found = callback({ type: 4, data: rows(button({ label: x(81) })) });
    expect(found).toEqual([
      {
        at: 'data.components.0.components.0.label',
        rule: 'openapi:maxLength',
        code: 'BASE_TYPE_MAX_LENGTH',
        message: 'Must be 80 or fewer in length.',
      },
    ]);
    expect(callback({ type: 3 }).map(({ at }) => at)).toEqual(['type']);
    expect(callback({ type: 9, data: { title: x(46), components: [] } }).map(({ at }) => at)).toEqual([
      'data.custom_id',
      'data.title',
      'data.components',
    ]);
  });
});
