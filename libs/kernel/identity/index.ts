import { Account } from './account/account.entity.js';

export { AccountService, type NewAccount } from './account/account.service.js';
export { hashPassword } from './account/password.js';
export * from './identity.module.js';
export { linkAddress } from './one-time-link/link-address.js';
export { type LinkDelivery, OneTimeLinkService } from './one-time-link/one-time-link.service.js';
export { codeAt, newAuthenticatorSecret } from './second-factor/totp.js';

export const identityEntities = [Account];
