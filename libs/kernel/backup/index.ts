export * from './restore-backup.js';
export * from './write-backup.js';
