export * from './api-document.js';
export * from './fields.js';
export * from './http-application.js';
export * from './paging.js';
export * from './problem.filter.js';
export * from './request-validation.js';
export * from './send-file.js';
export * from './versioning.js';
export type { FastifyReply as HttpReply, FastifyRequest as HttpRequest } from 'fastify';
