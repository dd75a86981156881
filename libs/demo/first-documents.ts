import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMilliseconds = 250;
const patienceMilliseconds = 300_000;

/** The plan and the report. */
const expected = 2;

/** What the demo reads of the list of publications; see `PublicationView` of the annual cycle. */
interface Publication {
  readonly files: readonly { readonly format: string; readonly href: string }[];
}

/** Waits until plan and report can be downloaded. @returns their addresses; none when it takes too long. */
export async function untilPublished(address: string, signal: AbortSignal): Promise<readonly string[]> {
  const begin = performance.now();
  while (performance.now() - begin < patienceMilliseconds) {
    const documents = await publishedDocuments(address, signal);
    if (documents) return documents;
    await sleep(pauseMilliseconds, undefined, { signal });
  }
  return [];
}

/** The addresses of plan and report as PDF, or undefined when they are not all there. Asked as any visitor would. */
export async function publishedDocuments(
  address: string,
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const publications = await read<readonly Publication[]>(`${address}/api/v1/publications`, signal);
  const documents = (publications ?? []).flatMap(({ files }) =>
    files.filter(({ format }) => format === 'pdf').map(({ href }) => address + href),
  );
  return documents.length < expected ? undefined : documents;
}

/** Undefined when there is no answer yet. No kept-alive connection: one would hold up the api when it stops. */
function read<T>(address: string, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent: false, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', () => resolve(undefined));
      response.once('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve(response.statusCode === 200 ? (JSON.parse(body) as T) : undefined);
      });
    });
    request.once('error', (error) => (signal.aborted ? reject(error) : resolve(undefined)));
  });
}
