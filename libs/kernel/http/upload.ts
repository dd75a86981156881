import { Readable } from 'node:stream';
import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { finalize, type Observable } from 'rxjs';
import type { Actor } from '@weerbaar/kernel/context';
import {
  contentDisposition,
  documentUploadTypes,
  type FileStore,
  type OpenFile,
  type Upload,
  uploadLimitBytes,
} from '@weerbaar/kernel/files';
import { Problem } from '@weerbaar/kernel/problems';

/** A file on its way in: not read yet, to be read once. */
export interface IncomingFile {
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

type UploadRules = Omit<Upload, 'name'>;

/** Documents and pictures up to the limit. The purpose tells whoever looks after the storage what they are. */
export function documentUpload(purpose: string): UploadRules {
  return { purpose, accept: documentUploadTypes, limitBytes: uploadLimitBytes };
}

/**
 * Stores a file, if there is one, and then makes the record that refers to it. No record: no file stays behind.
 * Not inside a transaction: receiving a file takes as long as the sender does.
 */
export async function storedWith<T>(
  files: FileStore,
  actor: Actor,
  rules: UploadRules,
  file: IncomingFile | undefined,
  record: (fileId: string | null) => Promise<T>,
): Promise<T> {
  if (!file) return record(null);
  const { id } = await files.write(actor, { ...rules, name: file.name }, file.stream);
  try {
    return await record(id);
  } catch (error) {
    await files.remove(id);
    throw error;
  }
}

/** A stored file as an answer to download. */
export function download({ file, chunks }: OpenFile): StreamableFile {
  return new StreamableFile(Readable.from(chunks), {
    type: file.mediaType,
    length: file.size,
    disposition: contentDisposition(file),
  });
}

/** Declares the answer of a route that gives a file. */
export const AnswersFile = () =>
  ApiOkResponse({
    description: 'The file',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  });

type RequestWithUpload = FastifyRequest & { incomingFile?: IncomingFile };

/**
 * Takes a form with a file (`multipart/form-data`): the fields become the body, so that they are checked as
 * any other; the file waits until the handler reads it. The file must be the last part: what comes
 * after it would only be known when the file is stored. A JSON body passes as it is, without a file.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<RequestWithUpload>();
    if (!request.isMultipart()) return next.handle();
    const { fields, file } = await readUntilFile(request);
    request.body = fields;
    if (!file) return next.handle();
    request.incomingFile = { name: file.name, stream: file.stream };
    // A refusal before the file was read must still read it away, or the sender waits for ever.
    return next.handle().pipe(finalize(file.skip));
  }
}

/** A route that takes `form` as JSON, or as a form with a file after the fields. */
export const TakesUpload = (form: Type, limit = '25 MB at most') =>
  applyDecorators(
    UseInterceptors(UploadInterceptor),
    ApiExtraModels(form),
    ApiConsumes('application/json', 'multipart/form-data'),
    ApiBody({
      description: `As JSON without a file, or as a form with the file as its last part (${limit})`,
      schema: {
        allOf: [
          { $ref: getSchemaPath(form) },
          {
            type: 'object',
            properties: { file: { type: 'string', format: 'binary', description: 'In a form only' } },
          },
        ],
      },
    }),
  );

/** The file of the form, if it has one; on routes that take an upload. */
export const Uploaded = createParamDecorator(
  (_: unknown, context: ExecutionContext): IncomingFile | undefined =>
    context.switchToHttp().getRequest<RequestWithUpload>().incomingFile,
);

interface OpenForm {
  readonly fields: Record<string, unknown>;
  readonly file?: {
    readonly name: string;
    readonly stream: AsyncIterable<Uint8Array>;
    readonly skip: () => void;
  };
}

type Parts = ReturnType<FastifyRequest['parts']>;

async function readUntilFile(request: FastifyRequest): Promise<OpenForm> {
  // Whoever stores the file says how large it may be, and stops there.
  const parts = request.parts({ limits: { fileSize: Infinity } });
  const fields = new Map<string, unknown>();
  for (let next = await nextPart(parts); !next.done; next = await nextPart(parts)) {
    const part = next.value;
    if (part.type === 'file') {
      const { filename: name, file } = part;
      return {
        fields: Object.fromEntries(fields),
        file: { name, stream: lastPart(file, parts), skip: () => file.resume() },
      };
    }
    if (fields.has(part.fieldname) || part.valueTruncated) throw new Problem('malformed-request');
    // A form can't leave a field out; an empty one means the same.
    if (part.value !== '') fields.set(part.fieldname, part.value);
  }
  return { fields: Object.fromEntries(fields) };
}

/** The bytes of the file. Fails at its end when the form goes on: what was sent must not be ignored in silence. */
async function* lastPart(file: Readable, parts: Parts): AsyncGenerator<Uint8Array> {
  try {
    yield* file;
  } catch {
    throw new Problem('malformed-request');
  }
  if (!(await nextPart(parts)).done) throw new Problem('malformed-request');
}

/** Whatever goes wrong in reading a form is a fault in the form. */
async function nextPart(parts: Parts): ReturnType<Parts['next']> {
  try {
    return await parts.next();
  } catch {
    throw new Problem('malformed-request');
  }
}
