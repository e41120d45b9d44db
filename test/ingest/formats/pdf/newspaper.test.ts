import { expect, test } from 'vitest';
import { newspaperPdf, type Setting } from './newspaper-pdf.ts';
import { textOf } from './pages.ts';

const STRIKE = [
  'Harbour workers went back to work on Monday, the union said in a statement that was read out at noon before some two hundred people on the quay. The strike had lasted for nineteen days and had kept forty ships from unloading, among them two tankers that carried heating oil for the islands.',
  'The company agreed to pay nights at one and a half times the day rate, and to take back the three crane drivers whom it had dismissed in October. A judge had called their dismissal unlawful in the first week of the strike.',
  'Shops on the islands had rationed flour and petrol since the tenth of the month. Schools were heated for three hours a day, and the hospital at Ostra sent patients to the mainland by helicopter when the sea allowed no boat.',
  'The mayor thanked both sides and said that the town would look for a second company to run the northern quay, so that one quarrel could never again close all of the harbour.',
];
const DAM = [
  'The minister of public works resigned in the evening after an inquiry into the dam at Ostra had ended. Her office had known of cracks for two years, a judge found, and had told nobody in the valley below.',
  'Engineers who warned of a flood in writing were moved to other posts, and their letters were filed without an answer. The opposition asked for an early vote, which the government refused on Tuesday in a short note.',
];

const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim();
const SENTENCES = [...STRIKE, ...DAM].flatMap((text) => text.match(/[A-Z].*?\.(?= [A-Z]|$)/gu)!);

const SETTINGS = [2, 3, 4, 5, 6].flatMap((columns): Setting[] =>
  (['by line', 'by column'] as const).flatMap((drawn) => [
    { columns, drawn, justified: true, dropCap: columns % 2 === 0 ? 3 : 0, stories: [STRIKE, DAM] },
    { columns, drawn, justified: false, dropCap: 2, stories: [[...STRIKE, ...DAM]] },
  ]),
);

test.each(SETTINGS)(
  '$columns columns, justified: $justified, drawn $drawn, an initial of $dropCap lines: no sentence is lost or mixed',
  async (setting) => {
    const text = squeezed(await textOf(newspaperPdf(setting)));
    expect(SENTENCES.length).toBeGreaterThan(10);
    expect(SENTENCES.filter((sentence) => !text.includes(sentence))).toEqual([]);
  },
);
