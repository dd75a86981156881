/** A mail as a mail program shows it. */
export interface ReadMail {
  /** By name in small letters, unfolded and decoded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
}

/** Takes apart what our mails are: text and HTML as alternatives, in quoted-printable or plain. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = part(raw);
  const [, boundary = ''] = /boundary="([^"]+)"/u.exec(headers.get('content-type') ?? '') ?? [];
  const parts = body.split(`--${boundary}`).map((each) => part(each.trimStart()));
  return { headers, text: contentOf(parts, 'text/plain'), html: contentOf(parts, 'text/html') };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function part(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/gu, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim())];
  });
  return { headers: new Map(headers), body: raw.slice(end + 4) };
}

function contentOf(parts: readonly Part[], type: string): string {
  const found = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type));
  if (!found) throw new Error(`the mail has no ${type}`);
  const { headers, body } = found;
  const decoded =
    headers.get('content-transfer-encoding') === 'quoted-printable'
      ? fromHexadecimal(body.replaceAll('=\r\n', ''))
      : body;
  return decoded.replaceAll('\r\n', '\n');
}

/** RFC 2047: `=?UTF-8?Q?caf=C3=A9?=`. */
function decodedWords(value: string): string {
  return value
    .replaceAll(/(?<=\?=) (?==\?)/gu, '')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/giu, (_word, encoding: string, text: string) =>
      encoding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : fromHexadecimal(text.replaceAll('_', ' ')),
    );
}

function fromHexadecimal(text: string): string {
  const bytes = text.replaceAll(/=([0-9a-f]{2})/giu, (_code, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
