import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyStatic from '@fastify/static';
import { contentPolicyWithoutTrustedTypes } from '@weerbaar/kernel/http';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Weerbaar API</title>
<link rel="stylesheet" href="/reference/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/reference/swagger-ui-bundle.js"></script>
<script src="/reference/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#reference', validatorUrl: null });\n`;

/** The API reference for people: Swagger UI from our own server, under our own content policy. */
export async function serveReference(app: NestFastifyApplication): Promise<void> {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const wanted = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js']);
  const fastify = app.getHttpAdapter().getInstance();
  // Swagger UI makes markup of descriptions, cleaned by DOMPurify but as text: with trusted types it shows nothing.
  fastify.get('/reference', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', contentPolicyWithoutTrustedTypes)
      .send(page),
  );
  fastify.get('/reference/start.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
  await app.register(fastifyStatic, {
    root,
    prefix: '/reference/',
    index: false,
    // As all else: not kept by a browser, and without the moment at which this installation was made.
    cacheControl: false,
    etag: false,
    lastModified: false,
    allowedPath: (path) => wanted.has(path),
  });
}
