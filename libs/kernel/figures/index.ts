export * from './figure-registry.js';
export * from './figures.module.js';
