import { describe, expect, it } from 'vitest';
import { openApiOf } from '../../functions/settings/open-api.ts';
import { operations } from '../../functions/settings/operations.ts';
import { csrfHeader } from '../../functions/shared/api.ts';

type Described = {
  operationId: string;
  'x-roles': string[];
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, unknown>;
  requestBody?: unknown;
};
const document = openApiOf(operations, { title: 'Essai', version: '1', server: 'https://essai.example' });
const paths = document.paths as Record<string, Record<string, Described>>;
const all = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, one })),
);

describe('a partner can write software from the description alone', () => {
  it('describes every operation once', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(all).toHaveLength(operations.length);
    const ids = all.map(({ one }) => one.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says who may call each, and with which header anything changes', () => {
    for (const { method, one } of all) {
      expect(one['x-roles'].length).toBeGreaterThan(0);
      const csrf = one.parameters.some(({ name, required }) => name === csrfHeader && required);
      expect(csrf).toBe(method !== 'get');
    }
  });

  it('names every parameter of every path', () => {
    for (const { path, one } of all) {
      const inPath = one.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(inPath.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort());
    }
  });

  it('says what is answered, and how a no looks', () => {
    for (const { one } of all)
      expect(Object.keys(one.responses)).toEqual([expect.stringMatching(/^\d{3}$/), 'default']);
    expect(JSON.stringify(paths['/api/agent/contacts/{contactId}/accept'])).toContain(
      'application/problem+json',
    );
  });

  it('resolves every reference', () => {
    const schemas = (document.components as { schemas: Record<string, unknown> }).schemas;
    const named = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((found) => found[1]);
    expect(named.length).toBeGreaterThan(0);
    for (const reference of new Set(named))
      expect(Object.keys(schemas).map((name) => `#/components/schemas/${name}`)).toContain(reference);
  });
});
