/** The API as it describes itself (`/api/openapi.json`), cut down to what an attacker reads in it. */
export type Json = Record<string, unknown>;
export type Schema = Json & {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
};
export type Described = {
  name: string;
  method: string;
  path: string;
  roles: string[];
  parameters: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }[];
  body: Schema | undefined;
  /** Statuses that a success may have. */
  succeeds: number[];
};
export type Description = { operations: Described[]; resolve(schema: Schema): Schema };

type Operation = {
  operationId: string;
  'x-roles': string[];
  parameters?: Described['parameters'];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** Takes the document apart, one entry for each operation. */
export const readDescription = (document: Document): Description => ({
  operations: Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      ...{ name: one.operationId, method: method.toUpperCase(), path, roles: one['x-roles'] },
      parameters: one.parameters ?? [],
      body: one.requestBody?.content['application/json']?.schema,
      succeeds: Object.keys(one.responses).map(Number).filter(Boolean),
    })),
  ),
  resolve: (schema) => {
    const named = /^#\/components\/schemas\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1];
    return named ? (document.components.schemas[named] ?? {}) : schema;
  },
});
