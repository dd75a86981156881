import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import type { HttpReply, HttpRequest } from '@weerbaar/kernel/http';

/** No token of ours is longer; whatever is, is not looked up. */
const longest = 100;

/** Tokens in cookies that no script can read and no other site can have sent along with a change. */
@Injectable()
export class TokenCookies {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  read(request: HttpRequest, name: string): string | undefined {
    const token = request.cookies[this.nameOf(name)];
    return token && token.length <= longest ? token : undefined;
  }

  write(reply: HttpReply, name: string, token: string, expires: Date): void {
    void reply.setCookie(this.nameOf(name), token, { ...this.options, expires });
  }

  clear(reply: HttpReply, name: string): void {
    void reply.clearCookie(this.nameOf(name), this.options);
  }

  /** The `__Host-` prefix makes the browser refuse the cookie on any other host or path; it demands TLS. */
  private nameOf(name: string): string {
    return this.settings.WEERBAAR_TLS === 'on' ? `__Host-${name}` : name;
  }

  private get options() {
    return {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.WEERBAAR_TLS === 'on',
      path: '/',
    } as const;
  }
}
