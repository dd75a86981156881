import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { addressOf, type HttpRequest } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';
import { securityText } from './security-text.js';

@ApiExcludeController()
@Controller()
@Public('who finds a weakness can report it without an account (BIO2 5.24.08)')
export class SecurityTextController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('.well-known/security.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  show(@Req() request: HttpRequest): string {
    const { WEERBAAR_SECURITY_CONTACT: contacts, WEERBAAR_SECURITY_POLICY: policy } = this.settings;
    if (!contacts) throw new Problem('not-found');
    const canonical =
      this.settings.WEERBAAR_TLS === 'on'
        ? `${addressOf(request, this.settings)}/.well-known/security.txt`
        : undefined;
    const reporting = { contacts: contacts.split(',').map((contact) => contact.trim()), policy, canonical };
    return securityText(reporting, this.clock.now());
  }
}
