import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

export const apiVersion = '1.0.0';

const problemSchema = {
  type: 'object',
  description: 'Problem details (RFC 9457)',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
} as const;

const versionHeader = {
  'API-Version': { description: 'Version of the API', schema: { type: 'string', example: apiVersion } },
} as const;

const problemResponse = (description: string) => ({
  description,
  headers: versionHeader,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** The description of the API (OpenAPI 3.1), by the Dutch government API Design Rules. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Weerbaar')
    .setDescription(
      'Integrity-management system of Dutch public organisations. Terms: docs/glossary.md pairs each English name with the Dutch term.',
    )
    .setVersion(apiVersion)
    .setContact('Weerbaar', 'https://github.com/weerbaar/weerbaar', 'info@weerbaar.example')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer('/api/v1', 'This installation')
    .addCookieAuth('session')
    .build();
  const document = SwaggerModule.createDocument(app, builder, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase())}.${method}`,
  });
  return withConventions(document);
}

interface DescribedOperation {
  readonly responses: Record<string, { headers?: object }>;
  readonly parameters?: readonly { readonly name: string; description?: string }[];
  readonly tags?: readonly string[];
}

const problems = {
  '400': problemResponse('The input is not right; all faults at once'),
  '401': problemResponse('Not signed in'),
  '403': problemResponse('Not permitted'),
  '404': problemResponse('Not found, or not visible to you'),
  '500': problemResponse('Something went wrong on our side'),
};

const versionProblems = {
  '412': problemResponse('Somebody else changed it in the meantime'),
  '428': problemResponse('If-Match is missing'),
};

/** What holds for every route is written once here: the version header and the problems. */
function withConventions(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: structuredClone(problemSchema) as never },
  };
  document.paths = Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [path.replace(/^\/api\/v1/, ''), item]),
  );
  const operations = Object.values(document.paths).flatMap(
    (item) => Object.values(item) as DescribedOperation[],
  );
  for (const operation of operations) {
    for (const response of Object.values(operation.responses)) response.headers = versionHeader;
    for (const parameter of operation.parameters ?? []) parameter.description ??= inWords(parameter.name);
    Object.assign(operation.responses, problems, changesWhatWasSeen(operation) ? versionProblems : {});
  }
  const tags = new Set(operations.flatMap((operation) => operation.tags ?? []));
  document.tags = [...tags].toSorted().map((name) => ({ name, description: `Everything about: ${name}` }));
  return document;
}

/** "buildingBlockId" -> "Building block id". */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function changesWhatWasSeen({ parameters = [] }: DescribedOperation): boolean {
  return parameters.some(({ name }) => name === 'If-Match');
}
