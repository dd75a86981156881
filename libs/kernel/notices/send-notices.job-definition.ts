import { defineJob } from '@weerbaar/kernel/jobs';

/** Sends one mail with the notices that are in it: a single one, or the digest of a day. */
export const sendNoticesJob = defineJob<{ noticeMailId: string }>({ name: 'notices.send', queue: 'mail' });
