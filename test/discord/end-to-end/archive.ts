import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small archive in a folder of its own: a made-up river town, and what was written of it. */
export interface ArchiveFolder {
  readonly path: string;
  write(file: string, text: string): void;
  remove(): void;
}

export function archiveFolder(files: Readonly<Record<string, string>> = FILES): ArchiveFolder {
  const path = mkdtempSync(join(tmpdir(), 'ibid-archive-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export const BRIDGE = 'town/bridge.md';

/** Sentences on Tarmila: enough for three pages. */
export const BRIDGE_TEXT = `---
title: The bridge of Tarmila reopens
published: 2021-03-14
publisher: Harbour Post
author: A. Writer
url: https://harbour.example/2021/bridge
language: en
tags: [bridges, Tarmila]
---
Tarmila is a market town on the east bank of the Oskel, 40 kilometres north of Port Brevin. The stone bridge of Tarmila reopened on Sunday after two years of repairs.

Mayor Ilsa Dovrat cut the ribbon before 3,000 people in Tarmila. She said that the flood of 2019 had destroyed the first arch because the river was never dredged.

The engineers who came to Tarmila from Port Brevin used stone of the old quarry. Nobody in Tarmila had believed that it would last, said the baker Jon Hask.

Tarmila will pay for the bridge until 2031. Its *toll* costs 2 crowns, and @everyone in Tarmila pays it.
`;

const line = (article: object) => JSON.stringify(article);

const AGENCY =
  'A flood struck Tarmila on Monday and killed 12 people, the Oskel Water Board said. The water rose by four metres within an hour because the dam at Vellin had been opened.';

/** The same report by three papers, one of them with other words at its end. */
const REPORTS = [
  line({
    id: 'ledger-1',
    title: 'Flood in Tarmila',
    text: AGENCY,
    publisher: 'Daily Ledger',
    published: '2019-05-06',
    url: 'https://ledger.example/flood?id=1&p=(2)',
  }),
  line({
    id: 'wire-7',
    title: 'Flood strikes Tarmila',
    text: AGENCY,
    publisher: 'Northern Wire',
    published: '2019-05-06',
  }),
  line({
    id: 'post-3',
    title: 'Twelve dead in Tarmila',
    text: `${AGENCY} The Red Lantern Society sent tents.`,
    publisher: 'Harbour Post',
    published: '2019-05-07',
    url: 'https://harbour.example/2019/flood',
  }),
];

const BULLETINS = Array.from({ length: 9 }, (_, i) =>
  line({
    id: `bulletin-${i + 1}`,
    title: `Water bulletin ${i + 1}`,
    text: `The Oskel stood at ${120 + i} centimetres at the gauge of Vellin on day ${i + 1}.`,
    publisher: 'Oskel Water Board',
    published: `2020-0${i + 1}-01`,
  }),
);

export const FILES: Readonly<Record<string, string>> = {
  [BRIDGE]: BRIDGE_TEXT,
  'agencies.jsonl': [...REPORTS, '{"text": broken', ...BULLETINS].join('\n'),
  'letter.txt':
    "Ma'asaran lies in the hills above Tarmila, two hours on foot. My grandmother, Selma Arvid, was born in Ma'asaran in 1931.\n",
};
