import { Controller, Get, Header, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@weerbaar/kernel/access';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import { limits } from '@weerbaar/kernel/database';
import { type HttpRequest, PageQuery, preferredLanguage } from '@weerbaar/kernel/http';
import { MailFolder } from '@weerbaar/kernel/mail';
import { Problem } from '@weerbaar/kernel/problems';
import { mailboxPage, mailPage } from './mailbox-page.js';
import { PageFrame } from './page-frame.js';

/** What the demo would have mailed. Anywhere else there is nothing here. */
@ApiExcludeController()
@Controller('demo/mail')
@Public('whoever tries the demo reads the mail of everybody in it; it exists there alone')
export class MailboxController {
  private readonly folder: MailFolder | undefined;

  constructor(
    private readonly frame: PageFrame,
    @Inject(SETTINGS) { WEERBAAR_DEMO_MAILBOX, WEERBAAR_MAIL_FOLDER }: Settings,
  ) {
    if (WEERBAAR_DEMO_MAILBOX === 'on' && WEERBAAR_MAIL_FOLDER)
      this.folder = new MailFolder(WEERBAAR_MAIL_FOLDER);
  }

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  async list(@Query() query: PageQuery, @Req() request: HttpRequest): Promise<string> {
    const { skip, take } = limits(query);
    const { items, total } = await this.mails().list(skip, take);
    const language = preferredLanguage(request);
    return this.frame.around(mailboxPage({ ...query, items, total }, language), language);
  }

  @Get(':mailId')
  @Header('content-type', 'text/html; charset=utf-8')
  async read(@Param('mailId') id: string, @Req() request: HttpRequest): Promise<string> {
    const mail = await this.mails().find(id);
    if (!mail) throw new Problem('not-found');
    const language = preferredLanguage(request);
    return this.frame.around(mailPage(mail, language), language);
  }

  private mails(): MailFolder {
    if (!this.folder) throw new Problem('not-found');
    return this.folder;
  }
}
