export * from './actor.js';
export * from './context.js';
export * from './role.js';
