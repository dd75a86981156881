import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RenderingService } from '@weerbaar/annual-cycle';
import { Public } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { type HttpRequest, preferredLanguage } from '@weerbaar/kernel/http';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { homePage } from './home-page.js';
import { homeStyle } from './home-style.js';

@ApiExcludeController()
@Controller()
@Public('what is published may be read by everybody')
export class HomeController {
  constructor(
    private readonly renderings: RenderingService,
    private readonly organisations: OrganisationDirectory,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The front door: what is published, and where the API is described. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(@Req() request: HttpRequest): Promise<string> {
    const organisation = await this.organisations.own();
    return homePage({
      organisation: organisation.name,
      documents: await this.renderings.publications(),
      language: preferredLanguage(request),
      hasMailbox: this.settings.WEERBAAR_DEMO_MAILBOX === 'on',
    });
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return homeStyle;
  }
}
