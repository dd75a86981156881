import { createReadStream } from 'node:fs';
import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RenderingService } from '@weerbaar/annual-cycle';
import { Public } from '@weerbaar/kernel/access';
import { webFontFile } from '@weerbaar/kernel/documents';
import { type HttpRequest, preferredLanguage } from '@weerbaar/kernel/http';
import { PageFrame } from './page-frame.js';
import { publishedPage } from './published-page.js';
import { publishedStyle } from './published-style.js';

@ApiExcludeController()
@Controller('published')
@Public('what is published may be read by everybody')
export class PublishedController {
  constructor(
    private readonly renderings: RenderingService,
    private readonly frame: PageFrame,
  ) {}

  /** What the organisation gives account of in public, and where the API is described. */
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Req() request: HttpRequest): Promise<string> {
    const language = preferredLanguage(request);
    return this.frame.around(publishedPage(await this.renderings.publications(), language), language);
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return publishedStyle;
  }

  @Get('font.woff2')
  font(): StreamableFile {
    return new StreamableFile(createReadStream(webFontFile), { type: 'font/woff2' });
  }
}
