/** A very small PDF of one page of text: enough for a viewer to open, nothing more. */

const escapePdf = (text: string): string =>
  text
    .replace(/[’‘]/g, "'")
    .replace(/[^\x20-\x7e]/g, '-')
    .replace(/[\\()]/g, (found) => `\\${found}`);

/** Breaks lines at spaces so that none is longer than `width` characters. */
function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current && current.length + word.length >= width) {
      lines.push(current);
      current = word;
    } else {
      current = current ? `${current} ${word}` : word;
    }
  }
  return [...lines, current];
}

/** A one-page A4 PDF with the text, as bytes. Text beyond the page is left out. */
export function pdf(text: string): Buffer {
  const lines = text.split('\n').flatMap((line) => wrap(line, 88));
  const drawn = lines
    .slice(0, 54)
    .map((line) => `(${escapePdf(line)}) Tj T*`)
    .join('\n');
  const stream = `BT /F1 11 Tf 56 790 Td 14 TL\n${drawn}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
