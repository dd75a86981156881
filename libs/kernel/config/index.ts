export * from './config.module.js';
export * from './example.js';
export * from './settings.js';
export * from './settings-schema.js';
export * from './product-version.js';
