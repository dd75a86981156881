import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

const columns = `e.occurred_at as "occurredAt", e.action, e.object_type as "objectType", e.result, e.origin`;

/** Without what changed: that is about others as often as about who asks. */
@Injectable()
export class AuditPersonalDataQueries extends PersonalDataRepository {
  doneBy(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select ${columns}
         from subject s join audit_entry e on e.actor_account_id = any (s.account_ids) and e.occurred_at < s.asked_at
        order by e.occurred_at desc, e.id desc`,
      subject,
      batch,
    );
  }

  /** By others, to the person or an account of theirs. */
  doneTo(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select ${columns}
         from subject s
         cross join lateral (select 'person' as type, s.person_id::text as id
                              union all select 'account', unnest(s.account_ids)::text) as own
         join audit_entry e on e.object_type = own.type and e.object_id = own.id and e.occurred_at < s.asked_at
        where e.actor_account_id is null or e.actor_account_id <> all (s.account_ids)
        order by e.occurred_at desc, e.id desc`,
      subject,
      batch,
    );
  }
}
