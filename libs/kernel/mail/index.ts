export { MailFolder, type StoredMail } from './mail-folder.js';
export * from './mail.module.js';
export { type MailAction, type MailTemplate } from './mail-template.js';
export { MailTransport } from './mail-transport.js';
export { Mailer, type MailRequest } from './mailer.js';
export { readMail, type ReadMail } from './read-mail.js';
