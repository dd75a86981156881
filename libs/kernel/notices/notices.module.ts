import { Global, Module } from '@nestjs/common';
import { PersonalDataModule } from '@weerbaar/kernel/personal-data';
import { NoticesPersonalData } from './notices.personal-data.js';
import { NoticesPersonalDataQueries } from './notices-personal-data.repository.js';
import { NoticeKinds } from './notice-kinds.js';
import { NoticeRepository } from './notice.repository.js';
import { Notices } from './notices.service.js';

@Global()
@Module({
  imports: [PersonalDataModule],
  providers: [NoticeKinds, NoticeRepository, Notices, NoticesPersonalDataQueries, NoticesPersonalData],
  exports: [NoticeKinds, NoticeRepository, Notices],
})
export class NoticesModule {}
