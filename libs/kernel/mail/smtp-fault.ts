import type { NodemailerError } from 'nodemailer';
import { Problem } from '@weerbaar/kernel/problems';

/**
 * What a fault in sending comes to, as codes: `550 5.1.1 EENVELOPE RCPT TO`. The words of a mail server quote
 * the address and now and then the mail, so none of them go on.
 */
export function codesOf({
  responseCode,
  response,
  code,
  originalCode,
  command,
  name,
}: NodemailerError): string {
  const [, detailed] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\s/u.exec(response ?? '') ?? [];
  return [responseCode, detailed, code ?? name, originalCode, command].filter(Boolean).join(' ');
}

/**
 * Final is only what the server says for good (5xx) of this mail. Whatever goes wrong before (no connection, no
 * TLS, a wrong password) is for the operator to put right, and the mail should then still go.
 */
export function problemOf(fault: NodemailerError): Problem {
  const ofThisMail = fault.code === 'EENVELOPE' || fault.code === 'EMESSAGE';
  const codes = codesOf(fault);
  return new Problem(ofThisMail && fault.permanent ? 'mail-refused' : 'mail-delayed', {
    detail: { nl: `Antwoord van de mailserver: ${codes}.`, en: `Answer of the mail server: ${codes}.` },
  });
}
