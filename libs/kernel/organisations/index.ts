export * from './organisation.js';
export * from './organisation-creation.repository.js';
export * from './organisation-directory.repository.js';
export * from './organisation-setup.js';
export * from './organisations.module.js';
export * from './origin-at.js';
