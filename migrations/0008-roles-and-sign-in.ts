import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

/** Who holds which role for how long and by whose hand, and everything signing in needs beyond a password. */
export class RolesAndSignIn1795000000008 extends ForwardMigration {
  readonly name = 'RolesAndSignIn1795000000008';

  async up(runner: QueryRunner): Promise<void> {
    // A foreign key that is added looks at the rows there are, under row-level security that wants to know of
    // which organisation. Of none: all columns added here are empty.
    await runner.query(`select set_config('app.organisation_id', gen_random_uuid()::text, true)`);
    await this.roleAssignments(runner);
    await this.accounts(runner);
    await this.sessions(runner);
    await this.secondFactors(runner);
    await this.oneTimeLinks(runner);
    await this.identityProviders(runner);
    await this.throttle(runner);
  }

  /** The last word on four eyes is here: whoever gave a role, or gets it, can't be the second person. */
  private async roleAssignments(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table role_assignment
        add version integer not null default 1,
        add substitute_for uuid,
        add given_by uuid,
        add given_by_person_id uuid,
        add given_at timestamptz not null default now(),
        add needs_confirmation boolean not null default false,
        add confirmed_by uuid,
        add confirmed_by_person_id uuid,
        add confirmed_at timestamptz,
        add ended_at timestamptz,
        add foreign key (organisation_id, substitute_for) references person (organisation_id, id),
        add foreign key (organisation_id, given_by) references account (organisation_id, id),
        add foreign key (organisation_id, given_by_person_id) references person (organisation_id, id),
        add foreign key (organisation_id, confirmed_by) references account (organisation_id, id),
        add foreign key (organisation_id, confirmed_by_person_id) references person (organisation_id, id),
        add check (substitute_for <> person_id),
        add check (substitute_for is null or valid_to is not null),
        add check ((given_by is null) = (given_by_person_id is null)),
        add check (given_by is not null or not needs_confirmation),
        add check (given_by_person_id <> person_id),
        add check ((confirmed_at is null) = (confirmed_by is null)),
        add check ((confirmed_by is null) = (confirmed_by_person_id is null)),
        add check (confirmed_by is null or needs_confirmation),
        add check (confirmed_by_person_id <> person_id),
        add check (confirmed_by_person_id <> substitute_for),
        add check (confirmed_by_person_id <> given_by_person_id)`);
    await runner.query(`alter table role_assignment alter given_at drop default`);
    // Who holds which role, from when and by whose hand is written once.
    await runner.query(`revoke update on role_assignment from weerbaar_application`);
    await runner.query(`
      grant update (version, valid_to, confirmed_by, confirmed_by_person_id, confirmed_at, ended_at)
        on role_assignment to weerbaar_application`);
    await runner.query(`
      create index role_assignment_of_role on role_assignment (organisation_id, role, valid_from)`);
  }

  private async accounts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account
        add email text check (char_length(email) <= 254),
        add deactivated_at timestamptz,
        add provider_subject text check (char_length(provider_subject) between 1 and 255),
        add unique (organisation_id, provider_subject)`);
    await runner.query(`create index account_of_person on account (organisation_id, person_id)`);
  }

  private async sessions(runner: QueryRunner): Promise<void> {
    // Who is signed in while this runs signs in again.
    await runner.query(`truncate session`);
    await runner.query(`
      alter table session
        add id uuid not null,
        add method text not null check (method in ('password', 'provider')),
        add assurance text not null check (assurance in ('pending', 'password', 'provider', 'strong')),
        add provider_roles text[] not null
            check (provider_roles <@ array['employee', 'manager', 'hired-staff']),
        add provider_token bytea,
        add may_enrol boolean not null,
        add device text not null check (char_length(device) <= 100),
        add unique (organisation_id, id),
        add check (method = 'provider' or (provider_roles = '{}' and provider_token is null))`);
    await runner.query(`create index session_of_account on session (organisation_id, account_id)`);
    await runner.query(`drop function identify_session(uuid, bytea, timestamptz, date, interval)`);
    await this.identifySession(runner);
  }

  /** As before (see 0002); now with what is known of the sign-in, and without roles that wait for a second person. */
  private async identifySession(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function identify_session(organisation uuid, token bytea, moment timestamptz, today date, idle interval)
      returns table (session_id uuid, account_id uuid, person_id uuid, assurance text, roles text[])
      language plpgsql security invoker as $$
      declare
        seen timestamptz;
        -- By assignment: PostgreSQL works that out without a query.
        scope text := set_config('app.organisation_id', organisation::text, true);
      begin
        select s.last_seen_at, s.id, a.id, a.person_id, s.assurance,
               s.provider_roles || array(
                 select r.role from role_assignment r
                  where r.person_id = a.person_id
                    and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
                    and r.ended_at is null and (r.confirmed_at is not null or not r.needs_confirmation))
          into seen, session_id, account_id, person_id, assurance, roles
          from session s join account a on a.id = s.account_id
         where s.token_hash = token and s.expires_at > moment and s.last_seen_at > moment - idle
           and a.deactivated_at is null;
        if not found then return; end if;
        -- Not at every request: a write costs more than the whole look-up.
        if seen < moment - interval '1 minute' then
          update session s set last_seen_at = moment where s.token_hash = token;
        end if;
        return next;
      end $$`);
  }

  private async secondFactors(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'second_factor',
      primaryKey: 'account_id',
      columns: `
        account_id uuid not null,
        secret bytea,
        pending_secret bytea,
        last_step bigint not null default 0,
        active_since timestamptz,
        foreign key (organisation_id, account_id) references account (organisation_id, id),
        check ((secret is null) = (active_since is null))`,
    });
    await createOrganisationTable(runner, {
      name: 'recovery_code',
      primaryKey: 'account_id, code_hash',
      columns: `
        account_id uuid not null,
        code_hash bytea not null check (octet_length(code_hash) = 32),
        foreign key (organisation_id, account_id) references account (organisation_id, id)`,
      grants: ['insert', 'delete'],
    });
    await createOrganisationTable(runner, {
      name: 'second_factor_restoration',
      columns: `
        id uuid not null,
        version integer not null default 1,
        account_id uuid not null,
        person_id uuid not null,
        requested_by uuid not null,
        requested_by_person_id uuid not null,
        requested_at timestamptz not null,
        confirmed_by uuid,
        confirmed_by_person_id uuid,
        confirmed_at timestamptz,
        withdrawn_at timestamptz,
        foreign key (organisation_id, account_id) references account (organisation_id, id),
        foreign key (organisation_id, person_id) references person (organisation_id, id),
        foreign key (organisation_id, requested_by) references account (organisation_id, id),
        foreign key (organisation_id, confirmed_by) references account (organisation_id, id),
        check (requested_by_person_id <> person_id),
        check ((confirmed_at is null) = (confirmed_by is null)),
        check ((confirmed_by is null) = (confirmed_by_person_id is null)),
        check (confirmed_by_person_id <> person_id),
        check (confirmed_by_person_id <> requested_by_person_id),
        check (confirmed_at is null or withdrawn_at is null)`,
      grants: ['insert', 'update'],
    });
    // One open request an account: a second one would be a second chance to find somebody who confirms.
    await runner.query(`
      create unique index second_factor_restoration_open
        on second_factor_restoration (organisation_id, account_id)
        where confirmed_at is null and withdrawn_at is null`);
  }

  /** A link is made by the worker at the moment it is mailed: until then there is only the wish for one. */
  private async oneTimeLinks(runner: QueryRunner): Promise<void> {
    await runner.query(`truncate one_time_link`);
    await runner.query(`
      alter table one_time_link add purpose text not null check (purpose in ('invitation', 'password-reset'))`);
    await runner.query(`grant delete on one_time_link to weerbaar_application`);
    // Without an account when the sign-in name was unknown: known and unknown take the same road.
    await createOrganisationTable(runner, {
      name: 'link_request',
      columns: `
        id uuid not null,
        account_id uuid,
        purpose text not null check (purpose in ('invitation', 'password-reset')),
        origin text not null check (char_length(origin) between 1 and 300),
        language text not null check (language in ('nl', 'en')),
        requested_at timestamptz not null,
        foreign key (organisation_id, account_id) references account (organisation_id, id)`,
      grants: ['insert', 'delete'],
    });
  }

  /**
   * Set by the operator alone, as the owner of the database: whoever could point an organisation at another
   * provider could sign in as anybody.
   */
  private async identityProviders(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'identity_provider',
      columns: `
        id uuid not null,
        issuer text not null check (issuer ~ '^https?://' and char_length(issuer) <= 300),
        client_id text not null check (char_length(client_id) between 1 and 300),
        authentication text not null check (authentication in ('private_key_jwt', 'client_secret_basic')),
        sealed_credential bytea not null,
        scope text not null check (char_length(scope) <= 300),
        name_claim text not null check (char_length(name_claim) between 1 and 100),
        strong_acr text[] not null,
        group_claim text check (char_length(group_claim) between 1 and 100),
        group_roles jsonb not null,
        changed_at timestamptz not null,
        unique (organisation_id)`,
      grants: [],
    });
    // Sealed together: state, nonce, code verifier, and the token of a one-time link if there is one.
    await createOrganisationTable(runner, {
      name: 'provider_sign_in',
      primaryKey: 'token_hash',
      columns: `
        token_hash bytea not null check (octet_length(token_hash) = 32),
        sealed_secrets bytea not null,
        strong boolean not null,
        return_path text not null check (return_path ~ '^/([^/\\\\]|$)' and char_length(return_path) <= 500),
        expires_at timestamptz not null`,
      grants: ['insert', 'delete'],
    });
    await runner.query(
      `create index provider_sign_in_by_end on provider_sign_in (organisation_id, expires_at)`,
    );
  }

  /** How often something was tried. Keys are keyed hashes: neither names nor addresses can be read from them. */
  private async throttle(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'attempt_count',
      primaryKey: 'key',
      columns: `
        key bytea not null check (octet_length(key) = 32),
        attempts integer not null,
        ends_at timestamptz not null`,
    });
    await runner.query(`create index attempt_count_by_end on attempt_count (organisation_id, ends_at)`);
  }
}
