import { InstallationProblem } from '@weerbaar/kernel/installation';

/** Codes of the network, and those by which PostgreSQL refuses a connection: class 08, 28, 3D, 53 and 57. */
const cannotConnect = /^(E[A-Z]+|(08|28|3D|53|57)...)$/;

/**
 * Does something that begins with connecting to a database.
 * @param setting the name of the address, for when that does not work.
 */
export async function connecting<T>(setting: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!cannotConnect.test(code)) throw error;
    throw new InstallationProblem(
      `${setting}: de database is niet te bereiken (${code})`,
      `the database can't be reached (${code})`,
      error,
    );
  }
}
