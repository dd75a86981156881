export * from './builders.js';
export * from './clean.js';
export * from './escape-html.js';
export * from './node.js';
export * from './plain-text.js';
export * from './references.js';
export * from './schema.js';
