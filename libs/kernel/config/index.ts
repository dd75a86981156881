export * from './config.module.js';
export * from './example.js';
export {
  isPlainMailAddress,
  type MailSender,
  readMailSender,
  readSmtpServer,
  type SmtpServer,
} from './mail-settings.js';
export * from './settings.js';
export * from './settings-schema.js';
export * from './product-version.js';
