import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { ClockModule } from '@weerbaar/kernel/clock';
import { ConfigModule, readSettings } from '@weerbaar/kernel/config';
import { runInContext } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { MailServer } from '@weerbaar/kernel/testing';
import { MailModule } from './mail.module.js';
import { MailTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';

/** Real: all from the settings to where the mail ends up. */

async function withSettings(environment: Record<string, string>) {
  const module = await Test.createTestingModule({
    imports: [ConfigModule.with(readSettings(environment)), ClockModule, MailModule],
  }).compile();
  const mailer = module.get(Mailer);
  return {
    enabled: module.get(MailTransport).enabled,
    send: () =>
      runInContext({ organisationId: 'o', actorId: null, correlationId: 'run', origin: 'job' }, () =>
        mailer.send({
          to: 'a.jansen@voorbeeld.example',
          language: 'nl',
          template: {
            subject: { nl: 'Proef', en: 'Trial' },
            paragraphs: [{ nl: 'Een regel.', en: 'A line.' }],
          },
        }),
      ),
  };
}

const from = { WEERBAAR_MAIL_FROM: 'Weerbaar <weerbaar@voorbeeld.example>' };

describe('mail', () => {
  it('is off without a server, and says which setting is missing', async () => {
    const { enabled, send } = await withSettings(from);

    expect(enabled).toBe(false);
    const problem: unknown = await send().catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ type: 'conflict', detail: { nl: expect.stringContaining('SMTP_URL') } });
  });

  it('goes to the server of the settings', async () => {
    const server = await MailServer.start();
    onTestFinished(() => server.stop());
    const { enabled, send } = await withSettings({ ...from, SMTP_URL: `smtp://127.0.0.1:${server.port}` });

    expect(enabled).toBe(true);
    await send();
    expect(server.taken).toMatchObject([
      { from: 'weerbaar@voorbeeld.example', to: ['a.jansen@voorbeeld.example'] },
    ]);
  });

  it('goes to a folder instead of a server, when there is one', async () => {
    const server = await MailServer.start();
    const folder = mkdtempSync(join(tmpdir(), 'mail-'));
    onTestFinished(async () => {
      rmSync(folder, { recursive: true });
      await server.stop();
    });
    const { enabled, send } = await withSettings({
      ...from,
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      WEERBAAR_MAIL_FOLDER: folder,
    });

    expect(enabled).toBe(true);
    await send();
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.eml$/u)]);
    expect(server.taken).toEqual([]);
  });
});
