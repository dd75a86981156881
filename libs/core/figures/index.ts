export * from './figure.js';
export * from './format.js';
