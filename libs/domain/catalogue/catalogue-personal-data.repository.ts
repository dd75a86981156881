import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

@Injectable()
export class CataloguePersonalDataQueries extends PersonalDataRepository {
  owned(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select b.code, b.name from subject s join building_block b on b.owner_person_id = s.person_id
        order by b.code, b.id`,
      subject,
      batch,
    );
  }

  memberships(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select b.code, b.name, m.valid_from::text as "validFrom", m.valid_to::text as "validTo"
         from subject s join building_block_member m on m.person_id = s.person_id
         join building_block b on b.id = m.building_block_id order by m.valid_from, m.id`,
      subject,
      batch,
    );
  }

  assessments(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select b.code, b.name, a.aspect, a.judgement, a.assessed_on::text as "assessedOn", a.reason
         from subject s join assessment a on a.assessed_by = any (s.account_ids)
         join building_block b on b.id = a.building_block_id order by a.assessed_on, a.id`,
      subject,
      batch,
    );
  }

  documentVersions(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select d.title, v.number, v.change_note as "changeNote", v.recorded_at as "recordedAt"
         from subject s join policy_document_version v on v.recorded_by = any (s.account_ids)
         join policy_document d on d.id = v.policy_document_id order by v.recorded_at, v.id`,
      subject,
      batch,
    );
  }
}
