export * from './content-disposition.js';
export * from './file-store.js';
export * from './files.module.js';
export * from './media-type.js';
export * from './files-work.module.js';
export { removeAbandonedSchedule } from './remove-abandoned.job.js';
