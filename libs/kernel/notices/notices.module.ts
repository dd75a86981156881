import { Global, Module } from '@nestjs/common';
import { NoticeKinds } from './notice-kinds.js';
import { NoticeRepository } from './notice.repository.js';
import { Notices } from './notices.service.js';

@Global()
@Module({
  providers: [NoticeKinds, NoticeRepository, Notices],
  exports: [NoticeKinds, NoticeRepository, Notices],
})
export class NoticesModule {}
