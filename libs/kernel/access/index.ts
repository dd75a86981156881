export * from './access.guard.js';
export * from './decision.js';
export * from './permission.js';
export * from './route-access.js';
