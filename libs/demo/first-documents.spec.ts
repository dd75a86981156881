import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publishedDocuments, untilPublished } from './first-documents.js';

/** Real: requests over a socket. Not real: the api, which answers what the test wants. */

const plan = {
  files: [
    { format: 'html', href: '/plan.html' },
    { format: 'pdf', href: '/plan.pdf' },
  ],
};
const report = { files: [{ format: 'pdf', href: '/report.pdf' }] };

let server: Server;
let address: string;
let answers: (readonly [status: number, body: unknown])[];
const { signal } = new AbortController();

beforeEach(async () => {
  server = createServer((_request, response) => {
    const [status, body] =
      answers.length > 1 ? (answers.shift() ?? [500, null]) : (answers[0] ?? [500, null]);
    response.writeHead(status).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => server.close());

it('waits until plan and report are both there', async () => {
  answers = [
    [503, {}],
    [200, []],
    [200, [plan]],
    [200, [plan, report]],
  ];
  expect(await untilPublished(address, signal)).toEqual([`${address}/plan.pdf`, `${address}/report.pdf`]);
});

it('tells that they are not all there', async () => {
  answers = [[200, [report]]];
  expect(await publishedDocuments(address, signal)).toBeUndefined();
});

it('stops waiting when everything stops', async () => {
  answers = [[200, []]];
  const stopping = new AbortController();
  const waiting = untilPublished(address, stopping.signal);
  stopping.abort();
  await expect(waiting).rejects.toThrow(/aborted/);
});
