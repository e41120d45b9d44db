import { pdfOf, streamOf } from './hostile-pdf.ts';

/** How a page of a newspaper is set, and in which order its program draws it. */
export interface Setting {
  readonly columns: number;
  readonly justified: boolean;
  /** Of the first paragraph's initial, in lines; 0 for none. */
  readonly dropCap: number;
  /** The whole page line by line, as some programs do, or one column after the other. */
  readonly drawn: 'by line' | 'by column';
  /** Under a headline each, one above the other. Their columns may differ: `columns` is that of the first. */
  readonly stories: readonly (readonly string[])[];
  readonly otherColumns?: number;
}

/** In points. */
const PAGE = { width: 842, height: 1190, margin: 40, gutter: 14, size: 9, leading: 11 };

/** Widths of Helvetica's characters from the space on, in thousandths of its size (Adobe's font metrics). */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500'
    .split(' ')
    .map(Number);

function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, one) => sum + (WIDTHS[one.charCodeAt(0) - 32] ?? 556), 0) * (size / 1000);
}

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Of its column, where the line is justified. */
  readonly width?: number;
}

/** Makes a PDF of one page, in Helvetica, whose bytes say all that a reader of columns has to find out. */
export function newspaperPdf({ stories, otherColumns, ...setting }: Setting): Buffer {
  const drawn: Drawn[] = [];
  let top = PAGE.height - PAGE.margin - 30;
  for (const [place, paragraphs] of stories.entries()) {
    const columns = place === 0 ? setting.columns : (otherColumns ?? setting.columns);
    drawn.push({ text: `Headline number ${place + 1} of this page`, x: PAGE.margin, y: top, size: 24 });
    const set = storyOf(
      paragraphs,
      { ...setting, columns, dropCap: place === 0 ? setting.dropCap : 0 },
      top - 24,
    );
    drawn.push(...set);
    top = Math.min(...set.map(({ y }) => y)) - 44;
  }
  const order = setting.drawn === 'by column' ? drawn : drawn.toSorted((a, b) => b.y - a.y || a.x - b.x);
  return pageOf(order.map(operatorsOf).join('\n'));
}

type StorySetting = Omit<Setting, 'stories' | 'otherColumns' | 'drawn'>;

/** The lines of a story in columns of the same number of lines, but for the last. */
function storyOf(paragraphs: readonly string[], setting: StorySetting, top: number): Drawn[] {
  const { columns, dropCap } = setting;
  const width = (PAGE.width - 2 * PAGE.margin - (columns - 1) * PAGE.gutter) / columns;
  const capSize = dropCap * PAGE.leading * 1.2;
  const lines = paragraphs.flatMap((paragraph, place) =>
    place === 0 && dropCap > 0
      ? broken(paragraph.slice(1), width, { indent: widthOf(paragraph[0]!, capSize) + 3, lines: dropCap })
      : broken(paragraph, width, { indent: place === 0 ? 0 : 9, lines: 1 }),
  );
  const height = Math.ceil(lines.length / columns);
  const drawn: Drawn[] = [];
  for (const [place, { text, indent, isLast }] of lines.entries()) {
    const column = Math.floor(place / height);
    const x = PAGE.margin + column * (width + PAGE.gutter);
    const y = top - (place % height) * PAGE.leading;
    if (dropCap > 0 && place === 0)
      drawn.push({ text: paragraphs[0]![0]!, x, y: y - (dropCap - 1) * PAGE.leading, size: capSize });
    const justified = setting.justified && !isLast ? { width: width - indent } : {};
    drawn.push({ text, x: x + indent, y, size: PAGE.size, ...justified });
  }
  return drawn;
}

function broken(text: string, width: number, { indent, lines }: { indent: number; lines: number }) {
  const done: { text: string; indent: number; isLast: boolean }[] = [];
  let line = '';
  const indentNow = () => (done.length < lines ? indent : 0);
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, PAGE.size) > width - indentNow()) {
      done.push({ text: line, indent: indentNow(), isLast: false });
      line = word;
    } else line = longer;
  }
  return [...done, { text: line, indent: indentNow(), isLast: true }];
}

function operatorsOf({ text, x, y, size, width }: Drawn): string {
  const gaps = text.split(' ').length - 1;
  const word = width === undefined || gaps === 0 ? 0 : (width - widthOf(text, size)) / gaps;
  const escaped = text.replace(/[\\()]/gu, '\\$&');
  return `BT /F1 ${size} Tf ${word.toFixed(3)} Tw 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm (${escaped}) Tj ET`;
}

const HELVETICA = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';

/** A PDF of one page that is drawn so, in Helvetica or another font as /F1. */
export function pageOf(content: string, page = '', font = HELVETICA): Buffer {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${page}>>`,
    streamOf(content),
    font,
  ]);
}
