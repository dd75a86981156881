/** The parts of SCIM 2.0 that are spoken here, as they describe themselves (RFC 7643, 5 to 7). */

export const mediaType = 'application/scim+json';

export const schemaIds = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterpriseUser: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
  config: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  resourceType: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
} as const;

/** How many users one answer holds at most. */
export const mostResults = 200;

const attribute = (name: string, description: string, changes: object = {}) => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...changes,
});

const userAttributes = [
  attribute('userName', 'The name somebody signs in with at the identity provider', {
    required: true,
    uniqueness: 'server',
  }),
  attribute('externalId', 'Who it is in the directory', { caseExact: true, uniqueness: 'server' }),
  attribute('displayName', 'The name colleagues see'),
  attribute('name', 'Its parts, for a directory that gives no displayName', {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name'),
      attribute('givenName', 'First name'),
      attribute('familyName', 'Last name, with what stands before it'),
    ],
  }),
  attribute('active', 'Whether somebody may sign in', { type: 'boolean' }),
  attribute('emails', 'The mail address at work; another one is not kept', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The address'),
      attribute('type', 'Always work', { canonicalValues: ['work'] }),
      attribute('primary', 'Always true', { type: 'boolean' }),
    ],
  }),
];

const enterpriseAttributes = [
  attribute('employeeNumber', 'The personnel number: ties somebody to their employment', {
    caseExact: true,
    uniqueness: 'server',
  }),
];

interface Described {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly [more: string]: unknown;
}

/** @param base address of the service, without a slash at its end. */
function described(base: string, resourceType: string, schema: string, what: Described): object {
  return {
    schemas: [schema],
    ...what,
    meta: { resourceType, location: `${base}/${resourceType}s/${what.id}` },
  };
}

export function schemas(base: string): readonly (object & { readonly id?: string })[] {
  const schema = (id: string, name: string, description: string, attributes: readonly object[]) =>
    described(base, 'Schema', schemaIds.schema, { id, name, description, attributes });
  return [
    schema(schemaIds.user, 'User', 'Somebody who works here', userAttributes),
    schema(schemaIds.enterpriseUser, 'EnterpriseUser', 'What the employer adds', enterpriseAttributes),
  ];
}

export function resourceTypes(base: string): readonly (object & { readonly id?: string })[] {
  return [
    described(base, 'ResourceType', schemaIds.resourceType, {
      id: 'User',
      name: 'User',
      description: 'Somebody who works here',
      endpoint: '/Users',
      schema: schemaIds.user,
      schemaExtensions: [{ schema: schemaIds.enterpriseUser, required: false }],
    }),
  ];
}

export function serviceProviderConfig(base: string): object {
  const no = { supported: false };
  return {
    schemas: [schemaIds.config],
    patch: { supported: true },
    bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: mostResults },
    changePassword: no,
    sort: no,
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'Made by an administrator of the organisation',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}
