import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

@Injectable()
export class NoticesPersonalDataQueries extends PersonalDataRepository {
  notices(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select n.kind, n.due_on::text as "dueOn", n.created_at as "createdAt", m.sent_at as "sentAt"
         from subject s join notice n on n.person_id = s.person_id left join notice_mail m on m.id = n.mail_id
        order by n.created_at, n.id`,
      subject,
      batch,
    );
  }

  mails(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select m.digest_of::text as "digestOf", m.created_at as "createdAt", m.sent_at as "sentAt"
         from subject s join notice_mail m on m.person_id = s.person_id order by m.created_at, m.id`,
      subject,
      batch,
    );
  }
}
