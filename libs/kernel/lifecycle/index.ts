export * from './exit-with-parent.js';
export * from './run-process.js';
export * from './pause.js';
