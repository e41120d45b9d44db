import type { WireComponent } from '../loopback/wire.ts';

/** A rule, a body that breaks it, and where. */
export type Case = readonly [rule: string, body: unknown, at: readonly string[]];

export const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

const text = (name: string, more = {}) => ({ type: 3, name, description: 'd', ...more });
const slash = (name: string, more = {}) => ({ name, description: 'd', ...more });
const withOptions = (...options: readonly object[]) => [slash('a', { options })];

export const button = (more = {}) => ({ type: 2, style: 2, label: 'More', custom_id: 'more', ...more });
const menu = (more = {}) => ({ type: 3, custom_id: 'm', options: [{ label: 'A', value: 'a' }], ...more });
export const row = (...parts: readonly WireComponent[]) => ({ type: 1, components: parts });
export const rows = (...parts: readonly WireComponent[]) => ({ content: 'x', components: [row(...parts)] });
export const display = (content: string) => ({ type: 10, content });
export const V2 = 1 << 15;
export const v2 = (...parts: readonly WireComponent[]) => ({ flags: V2, components: parts });

const input = (more = {}) => ({ type: 4, custom_id: 'i', style: 1, label: 'I', ...more });
const modal = (...parts: readonly WireComponent[]) => ({ title: 't', custom_id: 'c', components: parts });

export const ofCommands: readonly Case[] = [
  ['commandNamePattern', [slash('Where')], ['0.name']],
  ['commandNamePattern', [slash('two words')], ['0.name']],
  ['commandNamePattern', [slash(x(33))], ['0.name']],
  ['commandNamePattern', [slash('a', { name_localizations: { de: 'Wo' } })], ['0.name_localizations.de']],
  ['commandNamePattern', withOptions(text('Name')), ['0.options.0.name']],
  ['commandDescriptionNotEmpty', [slash('a', { description: ' ' })], ['0.description']],
  ['commandDescriptionNotEmpty', withOptions(text('n', { description: '' })), ['0.options.0.description']],
  ['contextMenuIsBare', [slash('A b', { type: 3 })], ['0.description']],
  ['contextMenuIsBare', [{ name: 'A', type: 2, options: [text('n')] }], ['0.options']],
  ['commandCount', times(101, (n) => slash(`c${n}`)), ['']],
  ['commandCount', times(16, (n) => ({ name: `c${n}`, type: 3 })), ['']],
  [
    'commandTotalLength',
    withOptions(
      ...times(25, (n) => text(`o${n}`, { choices: times(4, (m) => ({ name: `c${m}`, value: x(90) })) })),
    ),
    ['0'],
  ],
  [
    'commandTotalLength',
    withOptions(...times(25, (n) => text(`o${n}`, { description_localizations: { de: x(350) } }))),
    ['0'],
  ],
  ['commandNamesUnique', [slash('a'), slash('a')], ['1.name']],
  ['optionNamesUnique', withOptions(text('n'), text('n')), ['0.options.1.name']],
  ['requiredOptionsFirst', withOptions(text('n'), text('m', { required: true })), ['0.options.1']],
  [
    'requiredOptionsFirst',
    withOptions({
      type: 1,
      name: 's',
      description: 'd',
      options: [text('n'), text('m', { required: true })],
    }),
    ['0.options.0.options.1'],
  ],
  ['subcommandsNotMixed', withOptions({ type: 1, name: 's', description: 'd' }, text('n')), ['0.options']],
  [
    'choicesWithoutAutocomplete',
    withOptions(text('n', { autocomplete: true, choices: [{ name: 'c', value: 'c' }] })),
    ['0.options.0.choices'],
  ],
  [
    'choiceNamesUnique',
    withOptions(
      text('n', {
        choices: [
          { name: 'c', value: 'c' },
          { name: 'c', value: 'd' },
        ],
      }),
    ),
    ['0.options.0.choices.1.name'],
  ],
  [
    'choiceValueLength',
    withOptions(text('n', { choices: [{ name: 'c', value: x(101) }] })),
    ['0.options.0.choices.0.value'],
  ],
  ['minNotAboveMax', withOptions(text('n', { min_length: 5, max_length: 4 })), ['0.options.0.min_length']],
  [
    'minNotAboveMax',
    withOptions({ type: 4, name: 'n', description: 'd', min_value: 5, max_value: 4 }),
    ['0.options.0.min_value'],
  ],
  ['localesKnown', [slash('a', { name_localizations: { ar: 'اين' } })], ['0.name_localizations']],
  [
    'localesKnown',
    withOptions(text('n', { description_localizations: { fa: 'x' } })),
    ['0.options.0.description_localizations'],
  ],
];

export const ofMessages: readonly Case[] = [
  ['contentLength', { content: x(2001) }, ['content']],
  [
    'embedsTotalLength',
    { embeds: [{ description: x(4000) }, { description: x(1999), title: 'xx' }] },
    ['embeds'],
  ],
  [
    'embedNotEmpty',
    { embeds: [{ color: 1 }, { title: ' ' }] },
    ['embeds.0.description', 'embeds.1.description'],
  ],
  [
    'embedFieldsNotEmpty',
    { embeds: [{ fields: [{ name: '', value: ' ' }] }] },
    ['embeds.0.fields.0.name', 'embeds.0.fields.0.value'],
  ],
  [
    'attachmentsUploaded',
    { attachments: [{ id: 0 }, { id: '1' }], files: [{ id: '0', name: 'a' }] },
    ['attachments.1.id'],
  ],
  [
    'attachmentUrlsUploaded',
    { embeds: [{ image: { url: 'attachment://b' } }], files: [{ id: '0', name: 'a' }] },
    ['embeds.0.image.url'],
  ],
];

export const ofComponents: readonly Case[] = [
  ['rowCount', { components: times(6, (n) => row(button({ custom_id: `${n}` }))) }, ['components']],
  ['v2NeedsItsFlag', { components: [display('x')] }, ['components.0.type']],
  [
    'v2WithoutContentOrEmbeds',
    { ...v2(display('x')), content: 'x', embeds: [{ title: 'x' }] },
    ['content', 'embeds'],
  ],
  ['v2ComponentCount', v2({ type: 17, components: times(40, () => display('x')) }), ['components']],
  ['v2TextNotBlank', v2(display(' ')), ['components.0.content']],
  ['v2TextLength', v2(display(x(2000)), { type: 17, components: [display(x(2001))] }), ['components']],
  ['v2TextBytes', v2(display('字'.repeat(3400))), ['components']],
  ['customIdsUnique', rows(button(), button()), ['components.0.components.1.custom_id']],
  [
    'componentIdsUnique',
    rows(button({ id: 7 }), button({ id: 7, custom_id: 'b' })),
    ['components.0.components.1.id'],
  ],
  ['buttonShowsSomething', rows(button({ label: '' })), ['components.0.components.0']],
  ['buttonDoesSomething', rows({ type: 2, style: 1, label: 'x' }), ['components.0.components.0']],
  ['buttonDoesSomething', rows({ type: 2, style: 5, label: 'x' }), ['components.0.components.0']],
  ['buttonDoesSomething', rows(button({ style: 5, url: 'https://a.b' })), ['components.0.components.0']],
  ['buttonDoesSomething', rows(button({ url: 'https://a.b' })), ['components.0.components.0']],
  ['buttonDoesSomething', rows({ type: 2, style: 6 }), ['components.0.components.0.sku_id']],
  [
    'linkUrlLength',
    rows({ type: 2, style: 5, label: 'x', url: `https://a.b/${x(501)}` }),
    ['components.0.components.0.url'],
  ],
  [
    'linkUrlScheme',
    rows({ type: 2, style: 5, label: 'x', url: 'ftp://a.b' }),
    ['components.0.components.0.url'],
  ],
  ['selectAlone', rows(menu(), button()), ['components.0.components']],
  ['valuesWithinOptions', rows(menu({ max_values: 2 })), ['components.0.components.0.max_values']],
  [
    'valuesWithinOptions',
    rows(menu({ min_values: 2, options: [] })),
    ['components.0.components.0.max_values', 'components.0.components.0.min_values'],
  ],
  [
    'optionValuesUnique',
    rows(
      menu({
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'a' },
        ],
      }),
    ),
    ['components.0.components.0.options.1.value'],
  ],
];

export const ofModals: readonly Case[] = [
  ['modalComponentCount', modal(), ['components']],
  ['modalComponentCount', modal(...times(6, (n) => row(input({ custom_id: `${n}` })))), ['components']],
  ['modalCustomIdsUnique', modal(row(input()), row(input())), ['components.1.components.0.custom_id']],
  ['modalInputLabelled', modal(row(input({ label: null }))), ['components.0.components.0.label']],
  [
    'modalInputLabelled',
    modal({ type: 18, label: 'L', component: input() }),
    ['components.0.component.label'],
  ],
  [
    'modalInputBounds',
    modal(row(input({ min_length: 5, max_length: 4 }))),
    ['components.0.components.0.min_length'],
  ],
  [
    'modalInputBounds',
    modal(row(input({ value: 'xx', max_length: 1 }))),
    ['components.0.components.0.value'],
  ],
  [
    'modalValuesWithinOptions',
    modal({ type: 18, label: 'L', component: menu({ max_values: 2 }) }),
    ['components.0.component.max_values'],
  ],
];

export const ofChoices: readonly Case[] = [
  ['choicesCount', times(26, (n) => ({ name: `${n}`, value: n })), ['choices']],
  [
    'choiceNameLength',
    [
      { name: x(101), value: 1 },
      { name: ' ', value: 2 },
    ],
    ['choices.0.name', 'choices.1.name'],
  ],
  ['suggestedValueLength', [{ name: 'a', value: x(101) }], ['choices.0.value']],
];

/** Just within every limit, and full of what is easily mistaken for a fault. */
export const FINE = {
  commands: [
    slash('where', {
      name_localizations: { 'es-ES': 'dónde', ru: 'где' },
      options: [text('name', { required: true, autocomplete: true }), text('from')],
    }),
    slash('how-many', {
      options: times(25, (n) => text(`o${n}`, { choices: [{ name: 'c', value: x(100) }] })),
    }),
    slash('archive', {
      options: [{ type: 1, name: 'status', description: 'd' }],
      default_member_permissions: '8192',
    }),
    { name: 'Find sources', type: 3 },
    { name: 'where', type: 2 },
  ],
  messages: [
    { content: x(2000) },
    { content: '', embeds: [{ description: x(4096) }, { description: x(1904) }] },
    {
      content: 'x',
      components: times(5, (n) => row(...times(5, (m) => button({ custom_id: `${n} ${m}` })))),
    },
    rows(menu({ max_values: 2, options: times(25, (n) => ({ label: 'x', value: `${n}` })) })),
    rows(
      { type: 2, style: 5, label: 'x', url: 'https://example.org/#:~:text=a' },
      button({ label: null, emoji: { name: '🗑️' } }),
    ),
    v2({ type: 17, components: [...times(36, () => display('x')), row(button())] }),
    v2(display(`${'字'.repeat(3000)}${x(1000)}`)),
  ],
  modals: [modal(row(input())), modal({ type: 18, label: 'L', component: input({ label: null }) })],
  choices: [times(25, (n) => ({ name: x(100), value: `${n}` }))],
};
