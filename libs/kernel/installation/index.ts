export * from './child.js';
export * from './data-folder.js';
export * from './installation-problem.js';
export * from './local-database.js';
export * from './local-mail.js';
export * from './state-file.js';
