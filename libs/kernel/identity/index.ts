import { Account } from './account/account.entity.js';
import { sendLinkJob } from './one-time-link/send-link.job-definition.js';
import { tidySchedule } from './tidy.job.js';

export { AccountService, type NewAccount } from './account/account.service.js';
export { hashPassword, verifyPassword } from './account/password.js';
export * from './identity.module.js';
export * from './identity-work.module.js';
export type { MailTiming } from './mail-preference/mail-preference.js';
export { linkAddress } from './one-time-link/link-address.js';
export { type LinkDelivery, OneTimeLinkService } from './one-time-link/one-time-link.service.js';
export type {
  ClientAuthentication,
  NameClaim,
  ProviderSettings,
  RoleOfProvider,
} from './provider/identity-provider.js';
export { IdentityProviders, type ShownProvider } from './provider/identity-provider.service.js';
export { hashToken, newToken } from './token.js';
export { callbackPath } from './provider/provider-sign-in.service.js';
export { newSigningKey, publicKeyOf, readSigningKey, UnusableKey } from './provider/signing-key.js';
export { codeAt, newAuthenticatorSecret } from './second-factor/totp.js';

export const identityEntities = [Account];

/** For the worker. */
export const identityJobs = [sendLinkJob, tidySchedule];
