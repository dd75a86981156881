export * from './content-disposition.js';
export * from './file-store.js';
export * from './files.module.js';
export * from './media-type.js';
