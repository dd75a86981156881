import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

@Injectable()
export class IdentityPersonalDataQueries extends PersonalDataRepository {
  /** How somebody signs in; never what with. */
  accounts(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select a.sign_in_name as "signInName", a.email, a.password_hash is not null as "hasPassword",
              a.provider_subject as "providerSubject", f.active_since as "secondFactorSince",
              (select count(*)::int from recovery_code r where r.account_id = a.id) as "recoveryCodes",
              a.created_at as "createdAt", a.deactivated_at as "deactivatedAt"
         from subject s join account a on a.id = any (s.account_ids)
         left join second_factor f on f.account_id = a.id
        order by a.created_at, a.id`,
      subject,
      batch,
    );
  }

  sessions(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select e.device, e.method, e.created_at as "startedAt", e.last_seen_at as "lastSeenAt", e.expires_at as "endsAt"
         from subject s join session e on e.account_id = any (s.account_ids)
        order by e.created_at, e.id`,
      subject,
      batch,
    );
  }

  mailPreferences(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select m.language, m.timing
         from subject s join mail_preference m on m.account_id = any (s.account_ids) order by m.account_id`,
      subject,
      batch,
    );
  }

  /** Links that were mailed, and those that are about to be. */
  links(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select purpose, "requestedAt", "expiresAt", "usedAt" from (
         select l.purpose, null::timestamptz as "requestedAt", l.expires_at as "expiresAt", l.used_at as "usedAt"
           from subject s join one_time_link l on l.account_id = any (s.account_ids)
         union all
         select r.purpose, r.requested_at, null, null
           from subject s join link_request r on r.account_id = any (s.account_ids)) as link
        order by coalesce("expiresAt", "requestedAt"), purpose`,
      subject,
      batch,
    );
  }
}
