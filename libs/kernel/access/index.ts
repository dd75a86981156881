export * from './access.guard.js';
export * from './assurance.js';
export * from './decision.js';
export * from './identification.js';
export * from './involvement.js';
export * from './permission.js';
export * from './route-access.js';
