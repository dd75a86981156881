export * from './embedded-postgres.js';
export * from './prepare-database.js';
