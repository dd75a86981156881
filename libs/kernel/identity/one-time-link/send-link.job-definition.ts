import { defineJob } from '@weerbaar/kernel/jobs';

/** Makes a one-time link and mails it: the link exists only from then on, and only in that mail. */
export const sendLinkJob = defineJob<{ linkRequestId: string }>({
  name: 'identity.send-link',
  queue: 'mail',
});
