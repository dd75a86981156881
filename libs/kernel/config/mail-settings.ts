/** A server that takes mail, as SMTP_URL names it. */
export interface SmtpServer {
  readonly host: string;
  /** Absent: the usual one, 465 with TLS from the start and 587 without. */
  readonly port: number | undefined;
  /** TLS from the start. Otherwise the connection begins in the clear. */
  readonly secure: boolean;
  readonly signIn: { readonly user: string; readonly password: string } | undefined;
}

/** Who mail comes from, as WEERBAAR_MAIL_FROM says it. */
export interface MailSender {
  /** Empty: just the address. */
  readonly name: string;
  readonly address: string;
}

const smtpUrl =
  /^(?<scheme>smtps?):\/\/(?:(?<user>[^\s:@/?#]+):(?<password>[^\s:@/?#]+)@)?(?:\[(?<address>[0-9a-f:.]+)\]|(?<name>[a-z0-9.-]+))(?::(?<port>\d{1,5}))?\/?$/iu;

/**
 * @returns undefined when there is less or more in it than a server and who signs in there: a query, which
 * other programs read options from, would look as if it were heeded.
 */
export function readSmtpServer(url: string): SmtpServer | undefined {
  const { scheme = '', user, password, address, name, port } = smtpUrl.exec(url)?.groups ?? {};
  const host = (address ?? name)?.toLowerCase();
  if (!host || !URL.canParse(url)) return undefined;
  try {
    return {
      host,
      port: port === undefined ? undefined : Number(port),
      secure: scheme.toLowerCase() === 'smtps',
      signIn:
        user !== undefined && password !== undefined
          ? { user: decodeURIComponent(user), password: decodeURIComponent(password) }
          : undefined,
    };
  } catch {
    // User or password is not percent-encoded as it should be.
    return undefined;
  }
}

/** @returns undefined when it is neither an address nor `Name <address>` with a name that needs no quotes. */
export function readMailSender(text: string): MailSender | undefined {
  const [, name = '', inBrackets] = /^([\p{L}\p{N}][\p{L}\p{N} .'&-]*) <([^<>]+)>$/u.exec(text) ?? [];
  const address = inBrackets ?? text;
  return name.length <= 100 && isPlainMailAddress(address) ? { name, address } : undefined;
}

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const plainAddress = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`, 'u');

/**
 * Whether this is one address and nothing else: no quotes, comments, name or list, so that no two programs
 * on the way can read it differently. Lengths as RFC 5321, 4.5.3.1 has them.
 */
export function isPlainMailAddress(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && plainAddress.test(text);
}
