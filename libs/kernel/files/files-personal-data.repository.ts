import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

@Injectable()
export class FilesPersonalDataQueries extends PersonalDataRepository {
  uploaded(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select f.name, f.created_at as "createdAt"
         from subject s join file f on f.created_by = any (s.account_ids) order by f.created_at, f.id`,
      subject,
      batch,
    );
  }
}
