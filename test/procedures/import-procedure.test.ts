import { describe, expect, it } from 'vitest';
import { importing, importingDraft } from '../../functions/procedures/import-procedure.ts';
import { known } from '../support/procedure-checks.ts';
import { everyKind } from '../support/procedures.ts';

const published: unknown[] = [];
const saved: unknown[] = [];
const now = () => '2026-11-22T09:00:00.000Z';
const use = importing({
  publish: async (one) => published.push(one) + 6,
  known: async () => known,
  now,
});
const useDraft = importingDraft({
  drafts: { draft: async () => undefined, save: async (one) => saved.push(one) },
  known: async () => known,
  now,
});

describe('an administrator imports a procedure', () => {
  it('publishes it as the next revision, whatever revision the document bears', async () => {
    expect(await use(everyKind, 'agent:noe.garnier')).toMatchObject({ id: 'essai-complet', revision: 7 });
    const { revision: _, ...procedure } = everyKind;
    expect(published).toEqual([{ procedure, by: 'agent:noe.garnier', at: '2026-11-22T09:00:00.000Z' }]);
  });

  it('refuses one that would send requests nowhere, with every place and its remedy', async () => {
    const lost = { ...everyKind, department: 'ailleurs', letters: { granted: 'absent' } };
    await expect(use(lost, 'agent:noe.garnier')).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [
        {
          field: 'department',
          code: 'unknown-department',
          place: 'Service',
          message: 'Le service « ailleurs » n’existe pas.',
          remedy: 'Choisissez parmi : voirie, mobilite.',
        },
        { field: 'letters.granted', code: 'unknown-letter', remedy: 'Choisissez parmi : accord, refus.' },
      ],
    });
  });

  it('keeps an unfinished one as a draft, and says what is left to do', async () => {
    const draft = await useDraft({ id: 'plus-tard', title: 'Plus tard' }, 'agent:noe.garnier');
    expect(draft).toMatchObject({ id: 'plus-tard', revision: 0 });
    expect(draft.problems.map(({ path }) => path)).toContain('steps');
    expect(saved).toMatchObject([{ id: 'plus-tard', version: 0, document: { title: 'Plus tard' } }]);
    await expect(useDraft({ title: 'Sans nom' }, 'agent:noe.garnier')).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});
