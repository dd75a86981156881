export * from './problem.js';
export * from './problem-types.js';
