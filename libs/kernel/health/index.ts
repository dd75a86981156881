export * from './health.module.js';
export { Readiness } from './readiness.repository.js';
