import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

@Injectable()
export class AnnualCyclePersonalDataQueries extends PersonalDataRepository {
  actions(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select c.year, a.number, a.title, a.intended_result as "intendedResult", a.quarter, a.status
         from subject s join action a on a.owner_person_id = s.person_id
         join annual_cycle c on c.id = a.cycle_id order by c.year, a.number`,
      subject,
      batch,
    );
  }

  progress(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select a.title, p.year, p.quarter, p.status, p.note, p.recorded_at as "recordedAt"
         from subject s join action_progress p on p.recorded_by = any (s.account_ids)
         join action a on a.id = p.action_id order by p.recorded_at, p.id`,
      subject,
      batch,
    );
  }

  reminders(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select c.year, r.quarter, r.reminded_at as "remindedAt"
         from subject s join progress_reminder r on r.person_id = s.person_id
         join annual_cycle c on c.id = r.cycle_id order by c.year, r.quarter`,
      subject,
      batch,
    );
  }

  decisions(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select c.year, d.kind, n.outcome, n.decided_on::text as "decidedOn", n.recorded_at as "recordedAt"
         from subject s join adoption_decision n on n.recorded_by = any (s.account_ids)
         join annual_document d on d.id = n.document_id join annual_cycle c on c.id = d.cycle_id
        order by n.recorded_at, n.id`,
      subject,
      batch,
    );
  }
}
