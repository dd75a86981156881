import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RenderingService } from '@weerbaar/annual-cycle';
import { Public } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { type HttpRequest, preferredLanguage } from '@weerbaar/kernel/http';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { publishedPage } from './published-page.js';
import { publishedStyle } from './published-style.js';

@ApiExcludeController()
@Controller('published')
@Public('what is published may be read by everybody')
export class PublishedController {
  constructor(
    private readonly renderings: RenderingService,
    private readonly organisations: OrganisationDirectory,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What the organisation gives account of in public, and where the API is described. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: HttpRequest): Promise<string> {
    const organisation = await this.organisations.own();
    return publishedPage({
      organisation: organisation.name,
      documents: await this.renderings.publications(),
      language: preferredLanguage(request),
      hasMailbox: this.settings.WEERBAAR_DEMO_MAILBOX === 'on',
    });
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return publishedStyle;
  }
}
