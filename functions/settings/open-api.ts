import * as z from 'zod';
import { csrfHeader, type Operation } from '../shared/api.ts';
import { refusalStatus } from '../shared/refusal.ts';

type Json = Record<string, unknown>;
type Described = { title: string; version: string; server: string };

/** A zod schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};

/** The OpenAPI 3.1 document of operations: each with the roles that may call it (`x-roles`) and the CSRF header. */
export function openApiOf(
  operations: readonly (readonly [name: string, operation: Operation])[],
  { title, version, server }: Described,
): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of operations) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] as Json, {
      [operation.method.toLowerCase()]: described(name, operation),
    });
  }
  return hoisted({
    openapi: '3.1.0',
    info: { title, version, license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        agent: { type: 'apiKey', in: 'cookie', name: '__Host-parvis-agent' },
        citizen: { type: 'apiKey', in: 'cookie', name: '__Host-parvis-citizen' },
      },
    },
  });
}

/** Definitions inside a schema are of the whole document: their references begin at its root. */
function hoisted(document: Json): Json {
  const definitions: Json = {};
  const text = JSON.stringify(document, (key, value) => {
    if (key !== '$defs') return key === '$ref' ? String(value).replace('#/$defs/', schemasAt) : value;
    Object.assign(definitions, value);
    return undefined;
  });
  const whole = JSON.parse(text) as Json & { components: { schemas: Json } };
  const inner = JSON.parse(JSON.stringify(definitions).replaceAll('"#/$defs/', `"${schemasAt}`)) as Json;
  Object.assign(whole.components.schemas, inner);
  return whole;
}
const schemasAt = '#/components/schemas/';

function described(name: string, operation: Operation): Json {
  const { roles, summary, params, query, headers, body, method, path } = operation;
  return {
    operationId: name,
    summary,
    tags: [path.split('/')[2]],
    'x-roles': roles,
    security: securityOf(roles),
    parameters: [
      ...parametersOf('path', params),
      ...parametersOf('query', query),
      ...parametersOf('header', headers),
      ...(method === 'GET' ? [] : [csrf]),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(body, 'input') } },
      },
    }),
    responses: { [String(statusOf(operation))]: answered(operation), default: refused },
  };
}

const statusOf = ({ status, response, download }: Operation): number =>
  status ?? (response || download ? 200 : 204);

function answered({ response, download, status }: Operation): Json {
  if (download)
    return {
      description: 'The file',
      content: { [download]: { schema: { type: 'string', format: 'binary' } } },
    };
  if (status === 302)
    return { description: 'Go on there', headers: { location: { schema: { type: 'string' } } } };
  if (!response) return { description: 'Done' };
  return {
    description: 'The answer',
    content: { 'application/json': { schema: jsonSchema(response, 'output') } },
  };
}

function parametersOf(place: 'path' | 'query' | 'header', schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function securityOf(roles: Operation['roles']): Json[] {
  const ofAgents = roles.some((role) => role !== 'public' && role !== 'citizen');
  return [
    ...(roles.includes('public') ? [{}] : []),
    ...(roles.includes('citizen') ? [{ citizen: [] }] : []),
    ...(ofAgents ? [{ agent: [] }] : []),
  ];
}

const csrf = {
  name: csrfHeader,
  in: 'header',
  required: true,
  description: 'No form of another site can send it',
  schema: { type: 'string', const: '1' },
};
const refused = {
  description: 'A no, with its stable code',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', examples: Object.keys(refusalStatus) },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          params: { type: 'object' },
          place: { type: 'string', description: 'where, in words, in a document that somebody writes' },
          message: { type: 'string', description: 'what is wrong there' },
          remedy: { type: 'string', description: 'what to do about it' },
        },
      },
    },
  },
};
