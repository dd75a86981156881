import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '@weerbaar/core/figures';
import { Clock } from '@weerbaar/kernel/clock';
import { isPlainMailAddress } from '@weerbaar/kernel/config';
import { currentContext } from '@weerbaar/kernel/context';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { composeMail, faultsOfTemplate, type MailTemplate } from './mail-template.js';
import { MailTransport } from './mail-transport.js';

export interface MailRequest {
  /** One plain address. */
  readonly to: string;
  /** Of the addressee. */
  readonly language: Language;
  readonly template: MailTemplate;
}

/**
 * Sends a mail to one person. For handlers of jobs on the queue `mail`, outside a transaction: what is thrown
 * makes the job try again later, or not. Once the mail is handed over, the server on the other side answers for it.
 */
@Injectable()
export class Mailer {
  constructor(
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `invalid-input` with all faults at once, `mail-delayed`, `mail-refused`, and `conflict` when
   * mail is off.
   */
  async send({ to, language, template }: MailRequest): Promise<void> {
    const faults = [...faultsOfAddress(to), ...faultsOfTemplate(template)];
    if (faults.length > 0) throw Problem.invalid(...faults);
    const content = composeMail(template, language);
    await this.transport.send({ id: idOf(to, content.text), date: this.clock.now(), to, ...content });
  }
}

/** A worker that is killed after the server took the mail sends it again: under the same id. */
function idOf(to: string, text: string): string {
  const { correlationId } = currentContext();
  return createHash('sha256')
    .update(JSON.stringify([correlationId, to, text]))
    .digest('hex')
    .slice(0, 32);
}

function faultsOfAddress(address: string): Fault[] {
  if (isPlainMailAddress(address)) return [];
  const message = { nl: 'Dit is geen e-mailadres.', en: 'This is no e-mail address.' };
  return [{ path: 'to', code: 'mail-address', message }];
}
