export * from './employment-directory.js';
export * from './owner.js';
export * from './person-directory.js';
export * from './owner.dto.js';
