import type { DataSource } from 'typeorm';
import { SettingsError } from '@weerbaar/kernel/config';

/**
 * Api and worker refuse to run with more rights than they need: as superuser, with a bypass of
 * row-level security, or as the owner of a table, isolation between organisations would be a habit
 * instead of a fact.
 * @throws SettingsError that names what is wrong.
 */
export async function requireLeastPrivilege(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ superuser: boolean; bypass: boolean; owner: boolean }[]>(`
    select r.rolsuper as superuser, r.rolbypassrls as bypass,
           exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owner
      from pg_roles r where r.rolname = current_user`);
  const faults = [
    role?.superuser && 'is a superuser',
    role?.bypass && 'can bypass row-level security',
    role?.owner && 'owns tables',
  ].filter((fault) => typeof fault === 'string');
  if (faults.length > 0) {
    throw new SettingsError([
      `DATABASE_URL: this role ${faults.join(' and ')}; use the application role (see docs/operations.md)`,
    ]);
  }
}
