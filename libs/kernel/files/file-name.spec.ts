import { fileName, promisedType } from './file-name.js';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the name of a file', () => {
  it.each([
    ['stays as people wrote it', 'Gedragscode 2026 (definitief).pdf', 'Gedragscode 2026 (definitief).pdf'],
    ['keeps other scripts', 'سياسة النزاهة.pdf', 'سياسة النزاهة.pdf'],
    ['keeps signs made of two code units', 'Beleid 📄.pdf', 'Beleid 📄.pdf'],
    ['joins letters with their accents', 'Prive\u0301.pdf', 'Privé.pdf'],
    ['loses the folders of Unix', '../../etc/gedragscode.pdf', 'gedragscode.pdf'],
    ['loses the folders of Windows', 'C:\\Users\\a\\gedragscode.pdf', 'gedragscode.pdf'],
    ['loses a NUL that hides an extension', 'gedragscode.pdf\0.exe', 'gedragscode.pdf.exe.pdf'],
    ['loses line ends that would make a header', 'code\r\nSet-Cookie: a=b.pdf', 'code Set-Cookie: a=b.pdf'],
    ['loses marks that turn the reading direction', 'code\u202Efdp.exe', 'codefdp.exe.pdf'],
    ['loses isolates and zero-width signs', '\u2066co\u200Bde\u2069.pdf', 'code.pdf'],
    ['loses halves of characters', 'co\uD800de.pdf', 'code.pdf'],
    ['is not hidden', '.htaccess', 'htaccess.pdf'],
    ['is never empty', ' .. ', 'bestand.pdf'],
    ['is never only a folder', 'map/', 'bestand.pdf'],
    ['gets the extension of its type', 'Gedragscode', 'Gedragscode.pdf'],
    ['keeps a version number', 'Gedragscode v1.2', 'Gedragscode v1.2.pdf'],
    ['spells the extension in small letters', 'GEDRAGSCODE.PDF', 'GEDRAGSCODE.pdf'],
  ])('%s', (_, given, expected) => {
    expect(fileName(given, 'application/pdf')).toBe(expected);
  });

  it('keeps either usual extension of a type', () => {
    expect(fileName('foto.jpeg', 'image/jpeg')).toBe('foto.jpeg');
    expect(fileName('foto.JPG', 'image/jpeg')).toBe('foto.jpg');
  });

  it.each(['a'.repeat(500), `${'a'.repeat(500)}.pdf`, `${'📄'.repeat(500)}.pdf`])(
    'has at most 200 characters, the extension among them',
    (given) => {
      const name = fileName(given, 'application/pdf');
      expect([...name]).toHaveLength(200);
      expect(name).toMatch(/^(a|📄)+\.pdf$/u);
    },
  );

  it('tells which type it promises', () => {
    expect(promisedType('beleid.docx')).toBe(word);
    expect(promisedType('beleid.HTML')).toBe('text/html');
    expect(promisedType('beleid v1.2')).toBeUndefined();
    expect(promisedType('constructor')).toBeUndefined();
  });
});
