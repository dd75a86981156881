export interface PolicyText {
  readonly title: string;
  /** In words: "14 april 2026". */
  readonly adoptedOn: string;
  readonly adoptedBy: string;
  readonly organisation: string;
}

/**
 * A policy document of the demo as a file: one page that says what it stands for. Written by hand, because
 * typesetting ten of them would keep whoever starts Weerbaar for the first time waiting.
 */
export function policyPdf({ title, adoptedOn, adoptedBy, organisation }: PolicyText): Uint8Array {
  const lines = [
    line(organisation, 12, 770),
    line(title, 18, 720),
    line(`Vastgesteld op ${adoptedOn} door: ${adoptedBy}`, 12, 690),
    line('Dit bestand hoort bij de demo van Weerbaar en staat op de plaats van het echte stuk.', 11, 640),
  ].join('\n');
  return assemble([
    '<< /Type /Catalog /Pages 2 0 R /Lang (nl) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${lines.length} >>\nstream\n${lines}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${quoted(title)} /Author ${quoted(organisation)} >>`,
  ]);
}

function line(text: string, size: number, height: number): string {
  return `BT /F ${size} Tf 60 ${height} Td ${quoted(text)} Tj ET`;
}

function quoted(text: string): string {
  return `(${text.replace(/[\\()]/g, (sign) => `\\${sign}`)})`;
}

/** Objects with the table that tells at which byte each begins. Latin-1 throughout: a character is a byte. */
function assemble(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}
