import { ConsoleLogger } from '@nestjs/common';

/**
 * What a process tells whoever runs it: one JSON object a line, warnings and faults only. Requests are
 * not logged: addresses and times of people are nobody's business, and the audit log knows what matters.
 */
export function processLogger(): ConsoleLogger {
  return new ConsoleLogger({ json: true, colors: false, logLevels: ['fatal', 'error', 'warn'] });
}
