export * from './foundation.module.js';
