import { describe, expect, it } from 'vitest';
import { jsonSchema } from '../../functions/settings/open-api.ts';
import { operations } from '../../functions/settings/operations.ts';
import { expectedRoles } from './expected-roles.ts';

type Json = Record<string, unknown>;
/** Whole procedures: read as they are by the schema of procedures itself, which is strict (test/procedures). */
const documents = new Set(['importProcedure', 'adoptProcedure']);

describe('no door is opened by oversight', () => {
  it('each operation is for whom the table says: a new one, or one with other roles, has to be decided here', () => {
    const said = operations.map(([name, { roles }]) => [name, [...roles].sort()]);
    const expected = new Map([...expectedRoles].map(([name, roles]) => [name, [...roles].sort()]));
    const wrong = said.filter(([name, roles]) => String(expected.get(String(name))) !== String(roles));
    expect(wrong).toEqual([]);
    const known = new Set(said.map(([name]) => name));
    expect([...expectedRoles.keys()].filter((name) => !known.has(name))).toEqual([]);
  });

  it('what changes something is never a GET, and each name and address stands for one operation', () => {
    const names = operations.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const ways = operations.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(ways.filter((way, at) => ways.indexOf(way) !== at)).toEqual([]);
    expect(operations.filter(([, { method, body }]) => method === 'GET' && body)).toEqual([]);
  });

  it('hands on no field that it does not name, at whatever depth: nobody gives themselves a role or a state', () => {
    const loose: string[] = [];
    const look = (name: string, place: string, schema: Json): void => {
      if (schema.properties && ![false, undefined].includes(schema.additionalProperties as undefined))
        loose.push(`${name} ${place}`);
      for (const [key, inner] of Object.entries({ ...schema, ...(schema.properties as Json) }))
        for (const one of [inner].flat())
          if (one && typeof one === 'object' && key !== 'properties')
            look(name, `${place}.${key}`, one as Json);
    };
    for (const [name, { body }] of operations)
      if (body && !documents.has(name)) look(name, 'body', jsonSchema(body, 'input'));
    expect(loose).toEqual([]);
  });
});
