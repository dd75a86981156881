export * from './annual-cycle.module.js';
export * from './annual-cycle-work.module.js';
