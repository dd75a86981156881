export * from './fault-for-log.js';
export * from './problem.js';
export * from './problem-types.js';
