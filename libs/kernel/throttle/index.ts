export * from './throttle.js';
export * from './throttle.module.js';
