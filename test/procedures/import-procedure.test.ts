import { describe, expect, it } from 'vitest';
import { importing } from '../../functions/procedures/import-procedure.ts';
import { everyKind } from '../support/procedures.ts';

const published: unknown[] = [];
const use = importing({
  publish: async (one) => published.push(one) + 6,
  authority: async () => ({ departments: [{ code: 'voirie' }] as never }),
  letters: async () => [{ id: 'accord' }],
  now: () => '2026-11-22T09:00:00.000Z',
});

describe('an administrator imports a procedure', () => {
  it('publishes it as the next revision, whatever revision the document bears', async () => {
    expect(await use(everyKind, 'agent:noe.garnier')).toEqual({ id: 'essai-complet', revision: 7 });
    const { revision: _, ...procedure } = everyKind;
    expect(published).toEqual([{ procedure, by: 'agent:noe.garnier', at: '2026-11-22T09:00:00.000Z' }]);
  });

  it('refuses one that would send requests nowhere, and names every place', async () => {
    const lost = { ...everyKind, department: 'ailleurs', letters: { granted: 'absent' } };
    await expect(use(lost, 'agent:noe.garnier')).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [
        { field: 'department', code: 'unknown-department', params: { name: 'ailleurs' } },
        { field: 'letters.granted', code: 'unknown-letter', params: { name: 'absent' } },
      ],
    });
  });
});
