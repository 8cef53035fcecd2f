import { expect, it } from 'vitest';
import * as z from 'zod';
import { late, operation } from '../../functions/shared/api.ts';

it('makes no schema before somebody needs it, and each once', () => {
  let made = 0;
  const shape = late(() => {
    made += 1;
    return z.object({ id: z.string() });
  });
  const read = operation({
    method: 'GET',
    path: '/api/public/things/{id}',
    roles: ['public'],
    summary: 'A thing',
    params: shape,
    response: () => shape().extend({ name: z.string() }),
  });
  expect(made).toBe(0);
  expect(read.params.parse({ id: 'a' })).toEqual({ id: 'a' });
  expect(read.response).toBe(read.response);
  expect(Object.keys(read)).toContain('response');
  expect(made).toBe(1);
});
