/** What a file of HR systems is written in. */
export type Encoding = 'utf-8' | 'windows-1252';

/** What the bytes 80 to 9F mean in Windows-1252; 81, 8D, 8F, 90 and 9D mean nothing and stay control characters. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** UTF-8 when every byte is part of it, as hardly any other text is by accident; Windows-1252 otherwise. */
export async function encodingOf(chunks: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/** The text, piece by piece, without a byte order mark. */
export async function* textOf(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks)
    yield encoding === 'utf-8' ? decoder.decode(chunk, { stream: true }) : windowsText(chunk);
  if (encoding === 'utf-8') yield decoder.decode();
}

/** Node's own decoder for Windows-1252 reads Latin-1: it has no euro sign and no curly quotes. */
function windowsText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/gu, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Whether it begins as UTF-16 does, in which every second byte of plain text is zero. */
export function isUtf16(start: Uint8Array): boolean {
  const [first, second] = start;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
