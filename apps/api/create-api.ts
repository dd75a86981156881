import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { scimFailures } from '@weerbaar/people';
import type { Settings } from '@weerbaar/kernel/config';
import { createHttpApplication } from '@weerbaar/kernel/http';
import { ApiModule } from './api.module.js';
import { ApiDescription } from './pages/api-description.js';
import { serveReference } from './pages/reference.js';
import { serveStaffApp } from './pages/staff-app.js';

/** The API, ready to listen. */
export async function createApi(settings: Settings): Promise<NestFastifyApplication> {
  const app = await createHttpApplication(ApiModule.with(settings), settings, {
    withoutPrefix: [
      'published',
      'published/style.css',
      'published/font.woff2',
      '.well-known/security.txt',
      'demo/mail',
      'demo/mail/:mailId',
      'scim/v2/*path',
    ],
    failureFormats: [scimFailures],
  });
  await serveReference(app);
  await serveStaffApp(app);
  app.get(ApiDescription).describe(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
