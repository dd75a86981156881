export * from './mail-server.js';
export * from './read-mail.js';
export * from './test-database.js';
