import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Who signed in for it, if anybody. */
  readonly user: string | undefined;
  /** Whether it came over TLS. */
  readonly secure: boolean;
  /** As it came over the line. */
  readonly raw: string;
}

/** For a server at 0.0.0.0, until 2120. Made for these tests and trusted by nothing else. */
export const mailServerCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgT8ohLs+1e1En1RjK
QwwcjfmTsuI95gBA4WmvDH4i5q6hRANCAATZ6La6/I5Iknp/XX1fygtCTvxkoZzi
eLT1YT6/ne2uWBGV+dSLf605N9DJYWWR8nIHSVR747ERs2UPskP+7azY
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBeTCCASCgAwIBAgIBATAKBggqhkjOPQQDAjAjMSEwHwYDVQQDDBhtYWlsIHNl
cnZlciBvZiB0aGUgdGVzdHMwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAw
MDBaMCMxITAfBgNVBAMMGG1haWwgc2VydmVyIG9mIHRoZSB0ZXN0czBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABNnotrr8jkiSen9dfV/KC0JO/GShnOJ4tPVhPr+d
7a5YEZX51It/rTk30MlhZZHycgdJVHvjsRGzZQ+yQ/7trNijQzBBMA8GA1UdEQQI
MAaHBAAAAAAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUt7f2FxwE8Z6COTZ0
toDpYRTLVcQwCgYIKoZIzj0EAwIDRwAwRAIgErMWiFAhdhHHtPQhh41aqnztuxvf
nxInlW5QafUfTmYCIDP1gvwIJw3Ydk6PGaq1ZIQme2ds2//LXe8lBsiL1ZQ6
-----END CERTIFICATE-----
`,
};

/** A mail server that keeps what it gets. Takes anybody's mail, in the clear, unless the options say otherwise. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  private readonly server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      ...mailServerCertificate,
      authOptional: true,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      closeTimeout: 50,
      hideENHANCEDSTATUSCODES: false,
      onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
      onData: (stream, { envelope, secure, user }, callback) => {
        void text(stream).then((raw) => {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const to = envelope.rcptTo.map(({ address }) => address);
          this.taken.push({ from, to, user: typeof user === 'string' ? user : undefined, secure, raw });
          callback();
        });
      },
      ...options,
    });
    // What a client breaks off is for the test to see at its side.
    this.server.on('error', () => undefined);
  }

  /** @param host where it listens: 0.0.0.0 leads here as well, and does not look like this machine. */
  static async start(options: SMTPServerOptions = {}, host = '127.0.0.1'): Promise<MailServer> {
    const started = new MailServer(options);
    await new Promise<void>((resolve) => started.server.listen(0, host, resolve));
    return started;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** An answer of the server, for the callbacks in its options. */
export function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
