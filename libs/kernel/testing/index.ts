export * from './mail-server.js';
export * from './test-database.js';
