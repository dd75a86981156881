import { Injectable } from '@nestjs/common';
import { type Batch, type DataSubject, PersonalDataRepository } from '@weerbaar/kernel/personal-data';

const days = (period: string) =>
  `lower(${period})::text as "validFrom", (upper(${period}) - 1)::text as "validTo"`;

@Injectable()
export class PeoplePersonalDataQueries extends PersonalDataRepository {
  person(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select p.name, p.job_title as "jobTitle", p.email
         from subject s join person p on p.id = s.person_id order by p.id`,
      subject,
      batch,
    );
  }

  /** With department and function as they were called when the period began. */
  employments(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select e.personnel_number as "personnelNumber", e.kind, d.name as department, f.name as "jobFunction",
              p.hours_per_week::float8 as "hoursPerWeek", p.manager_person_id is not null as "hasOwnManager",
              ${days('p.during')}
         from subject s join employment_period p on p.person_id = s.person_id
         join employment e on e.id = p.employment_id
         left join department_period d on d.department_id = p.department_id and d.during @> lower(p.during)
         left join job_function_period f on f.job_function_id = p.job_function_id and f.during @> lower(p.during)
        order by p.during, p.employment_id`,
      subject,
      batch,
    );
  }

  /** What the directory tells of them. */
  directoryUsers(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select u.user_name as "userName", u.external_id as "externalId", u.formatted_name as "formattedName",
              u.given_name as "givenName", u.family_name as "familyName", u.display_name as "displayName",
              u.email, u.employee_number as "employeeNumber", u.created_at as "createdAt",
              u.changed_at as "changedAt", u.removed_at as "removedAt"
         from subject s join directory_user u on u.person_id = s.person_id or u.account_id = any (s.account_ids)
        order by u.created_at, u.id`,
      subject,
      batch,
    );
  }

  /** Which fields were changed; not into what, because that may be somebody else. A newcomer is known by number. */
  importLines(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select i.reference_day::text as "referenceDay", i.state, l.row_number as row, l.personnel_number as "personnelNumber",
              l.person_name as name, l.kind,
              (select string_agg(d ->> 'field', ', ') from jsonb_array_elements(l.differences) d) as fields
         from subject s
         join employment_import_line l on l.person_id = s.person_id
              or l.personnel_number in (select e.personnel_number from employment e where e.person_id = s.person_id)
         join employment_import i on i.id = l.import_id
        order by i.requested_at, l.import_id, l.sequence`,
      subject,
      batch,
    );
  }

  departmentsManaged(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select d.name, ${days('d.during')}
         from subject s join department_period d on d.manager_person_id = s.person_id
        order by d.during, d.department_id`,
      subject,
      batch,
    );
  }

  roles(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select a.role, a.valid_from::text as "validFrom", a.valid_to::text as "validTo",
              a.substitute_for is not null as "asSubstitute", a.given_at as "givenAt",
              a.confirmed_at as "confirmedAt", a.ended_at as "endedAt"
         from subject s join role_assignment a on a.person_id = s.person_id order by a.given_at, a.id`,
      subject,
      batch,
    );
  }

  substitutes(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select a.role, a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.ended_at as "endedAt"
         from subject s join role_assignment a on a.substitute_for = s.person_id order by a.given_at, a.id`,
      subject,
      batch,
    );
  }

  restorations(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select r.requested_at as "requestedAt", r.confirmed_at as "confirmedAt", r.withdrawn_at as "withdrawnAt"
         from subject s join second_factor_restoration r on r.person_id = s.person_id
        order by r.requested_at, r.id`,
      subject,
      batch,
    );
  }

  /** With the reason: it is about who asks. */
  rightsReviewed(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select r.period, a.role, l.outcome, l.reason, l.signed_at as "signedAt"
         from subject s join rights_review_line l on l.person_id = s.person_id
         join rights_review r on r.id = l.review_id left join role_assignment a on a.id = l.assignment_id
        order by r.started_at, l.id`,
      subject,
      batch,
    );
  }

  /** Without the reason: it is about somebody else. */
  rightsToReview(subject: DataSubject, batch: Batch) {
    return this.rows(
      `select r.period, a.role, l.outcome, l.signed_at as "signedAt"
         from subject s join rights_review_line l on l.reviewer_person_id = s.person_id
         join rights_review r on r.id = l.review_id left join role_assignment a on a.id = l.assignment_id
        order by r.started_at, l.id`,
      subject,
      batch,
    );
  }
}
