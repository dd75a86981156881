import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

export class PeopleAndIdentity1795000000002 extends ForwardMigration {
  readonly name = 'PeopleAndIdentity1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'person',
      columns: `
        id uuid not null,
        version integer not null default 1,
        name text not null check (char_length(name) between 1 and 200),
        job_title text check (char_length(job_title) <= 200),
        email text check (char_length(email) <= 254)`,
      grants: ['insert', 'update'],
    });
    await runner.query(`create index person_by_name on person (organisation_id, name, id)`);

    await createOrganisationTable(runner, {
      name: 'role_assignment',
      columns: `
        id uuid not null,
        person_id uuid not null,
        role text not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        foreign key (organisation_id, person_id) references person`,
      grants: ['insert', 'update'],
    });
    await runner.query(
      `create index role_assignment_of_person on role_assignment (organisation_id, person_id)`,
    );

    await createOrganisationTable(runner, {
      name: 'account',
      columns: `
        id uuid not null,
        version integer not null default 1,
        person_id uuid not null,
        sign_in_name text not null check (sign_in_name = lower(sign_in_name) and char_length(sign_in_name) between 1 and 254),
        password_hash text,
        created_at timestamptz not null,
        unique (organisation_id, sign_in_name),
        foreign key (organisation_id, person_id) references person`,
      grants: ['insert', 'update'],
    });

    await createOrganisationTable(runner, {
      name: 'session',
      primaryKey: 'token_hash',
      columns: `
        token_hash bytea not null,
        account_id uuid not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        foreign key (organisation_id, account_id) references account`,
    });
    await runner.query(`create index session_by_expiry on session (organisation_id, expires_at)`);

    await createOrganisationTable(runner, {
      name: 'one_time_link',
      primaryKey: 'token_hash',
      columns: `
        token_hash bytea not null,
        account_id uuid not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        foreign key (organisation_id, account_id) references account`,
      grants: ['insert', 'update'],
    });

    await this.identifySession(runner);
  }

  /**
   * Who a session belongs to, in one round trip: every request asks it. Runs with the rights of the
   * caller, so row-level security holds; the setting lasts for this statement only.
   */
  private async identifySession(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function identify_session(organisation uuid, token bytea, moment timestamptz, today date, idle interval)
      returns table (account_id uuid, person_id uuid, roles text[])
      language plpgsql security invoker as $$
      declare
        seen timestamptz;
        -- By assignment: PostgreSQL works that out without a query.
        scope text := set_config('app.organisation_id', organisation::text, true);
      begin
        select s.last_seen_at, a.id, a.person_id,
               array(select r.role from role_assignment r
                      where r.person_id = a.person_id
                        and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
          into seen, account_id, person_id, roles
          from session s join account a on a.id = s.account_id
         where s.token_hash = token and s.expires_at > moment and s.last_seen_at > moment - idle;
        if not found then return; end if;
        -- Not at every request: a write costs more than the whole look-up.
        if seen < moment - interval '1 minute' then
          update session s set last_seen_at = moment where s.token_hash = token;
        end if;
        return next;
      end $$`);
  }
}
