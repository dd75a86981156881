export * from './personal-data.js';
export * from './personal-data.module.js';
export * from './personal-data.repository.js';
export * from './personal-data-html.js';
export * from './personal-data-json.js';
export * from './personal-data-registry.js';
