import { Account } from './account.entity.js';

export * from './account.service.js';
export * from './identity.module.js';
export { hashPassword } from './password.js';

export const identityEntities = [Account];
