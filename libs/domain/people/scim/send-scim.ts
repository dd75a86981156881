import type { Settings } from '@weerbaar/kernel/config';
import { type HttpReply, type HttpRequest, originOf } from '@weerbaar/kernel/http';
import { mediaType, schemaIds } from './schemas.js';

/** @param headers such as the ETag and the Location of one resource. */
export async function sendScim(
  reply: HttpReply,
  body: object,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Promise<void> {
  await reply
    .status(status)
    .headers(headers)
    .header('content-type', `${mediaType}; charset=utf-8`)
    .send(JSON.stringify(body));
}

/** A page of a list (RFC 7644, 3.4.2). */
export function listResponse(resources: readonly object[], totalResults: number, startIndex = 1): object {
  return {
    schemas: [schemaIds.list],
    totalResults,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/** The address of the service as the caller reached it, without a slash at its end. */
export function scimBase(request: HttpRequest, settings: Settings): string {
  return `${originOf(request, settings)}/scim/v2`;
}
