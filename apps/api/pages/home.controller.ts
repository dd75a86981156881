import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RenderingService } from '@weerbaar/annual-cycle';
import { Public } from '@weerbaar/kernel/access';
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
  ) {}

  /** The front door: what is published, and where the API is described. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(@Req() request: HttpRequest): Promise<string> {
    const organisation = await this.organisations.own();
    return homePage(organisation.name, await this.renderings.publications(), preferredLanguage(request));
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return homeStyle;
  }
}
