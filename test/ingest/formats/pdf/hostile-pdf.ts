/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, place) => {
    const offset = file.length;
    file += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file + table + trailer, 'latin1');
}

export function streamOf(data: string, dictionary = ''): string {
  return `<< /Length ${data.length} ${dictionary} >>\nstream\n${data}\nendstream`;
}

const FONT = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

/** Forms that draw the next one ten times each, and the last one a letter: 10^30 of them. */
export function billionForms(): Buffer {
  const form = (content: string, resources: string) =>
    streamOf(content, `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << ${resources} >>`);
  const drawing = (next: number) => `/XObject << /X ${next} 0 R >>`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << ${drawing(5)} >> >>`,
    streamOf('/X Do'),
    ...Array.from({ length: 30 }, (_, i) => form('/X Do '.repeat(10), drawing(6 + i))),
    form('BT /F1 12 Tf (x) Tj ET', FONT),
  ]);
}
