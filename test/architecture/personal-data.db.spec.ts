import { PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { openTestApi, type TestApi } from '../support/test-api.js';

/**
 * Whoever makes a table that points at a person or an account says what of it a person gets who asks for their own
 * data (AVG article 15), or says here why nothing. Real: the migrated database, the API with all its parts.
 */

const inTheLog = 'what somebody did is in the audit log, of which they get their own entries';

/** Columns that no source covers, each with its reason. */
const uncovered: Readonly<Record<string, string>> = {
  'role_assignment.given_by': inTheLog,
  'role_assignment.given_by_person_id': inTheLog,
  'role_assignment.confirmed_by': inTheLog,
  'role_assignment.confirmed_by_person_id': inTheLog,
  'second_factor_restoration.requested_by': inTheLog,
  'second_factor_restoration.requested_by_person_id': inTheLog,
  'second_factor_restoration.confirmed_by': inTheLog,
  'second_factor_restoration.confirmed_by_person_id': inTheLog,
  'rights_review.started_by': inTheLog,
  'rendering.requested_by': inTheLog,
  'employment_import.requested_by': inTheLog,
  'employment_import.confirmed_by': inTheLog,
  'provisioning_token.made_by': inTheLog,
  'provisioning_token.withdrawn_by': inTheLog,
  'employment_period.manager_person_id': 'it is about who is managed, and names them',
};

let api: TestApi;

beforeAll(async () => {
  api = await openTestApi();
});

afterAll(() => api.close());

async function pointers(): Promise<string[]> {
  const found = await api.asSuperuser<{ column: string }>(
    `select distinct c.relname || '.' || a.attname as column
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype
        and (a.attname ~ '(^|_)(person|account)_id$|_by$'
             or exists (select from pg_constraint k
                         where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
                           and a.attname <> 'organisation_id'
                           and k.confrelid in ('person'::regclass, 'account'::regclass)))`,
  );
  return found.map(({ column }) => column).toSorted();
}

it('every column that points at a person or an account is in their overview, or has a reason not to be', async () => {
  const covered = api.app
    .get(PersonalDataRegistry)
    .all()
    .flatMap(({ covers }) => covers);
  expect([...covered, ...Object.keys(uncovered)].toSorted()).toEqual(await pointers());
});
