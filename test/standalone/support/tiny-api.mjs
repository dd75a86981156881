// Stands in for the api: ready once the database it was given lets it in.
import { createServer } from 'node:http';
import pg from 'pg';

const { exitWithParent } = await import(
  new URL('../../../dist/libs/kernel/lifecycle/index.js', import.meta.url).href
);
async function knock() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.end();
}

const server = createServer((request, response) => {
  const known = request.url === '/health/ready';
  knock().then(
    () => response.writeHead(known ? 200 : 404).end(),
    () => response.writeHead(503).end(),
  );
});
exitWithParent(async () => {
  console.log('api stopped');
  server.close();
});
server.listen(Number(process.env.WEERBAAR_PORT), '127.0.0.1');
console.log(`api writes mail to ${process.env.WEERBAAR_MAIL_FOLDER}`);
