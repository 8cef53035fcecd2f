import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, compared, updated } from '../../functions/procedures/catalogue.ts';
import { type Json, layOver, overlayOf } from '../../functions/procedures/overlay.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import { everyKind } from '../support/procedures.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document under test is changed anywhere
type Any = any;
const changed = (change: (document: Any) => void): Procedure => {
  const document = JSON.parse(JSON.stringify(everyKind));
  change(document);
  return document;
};
const local = changed((d) => {
  d.id = 'demenagement-ici';
  d.title = 'Déménager à Val-Clair';
  d.department = 'mobilite';
  d.steps[0].fields[3].max = 20;
  d.steps[0].fields[0].options.push({ value: 'entreprise', label: 'Pour une entreprise' });
  d.steps.splice(2, 1);
});

describe('an authority changes little over a shared procedure', () => {
  it('keeps its changes as a small overlay, by the names of things', () => {
    expect(compared(everyKind, everyKind, local).overlay).toEqual({
      title: 'Déménager à Val-Clair',
      department: 'mobilite',
      steps: {
        'monte-meubles': null,
        besoin: {
          fields: {
            pour: { options: { entreprise: { value: 'entreprise', label: 'Pour une entreprise' } } },
            longueur: { max: 20 },
          },
        },
      },
    });
  });

  it('takes what the catalogue changed since, under what was changed here', () => {
    const newest = changed((d) => {
      d.summary = 'Réservez la chaussée, partout et tout le temps.';
      d.steps[0].fields[3].min = 5;
      d.steps[3].fields.push({ type: 'rna', name: 'rna', label: 'Numéro RNA', required: true });
    });
    expect(compared(everyKind, newest, local).conflicts).toEqual([]);
    const next = updated(everyKind, newest, local, []) as Any;
    expect(next).toMatchObject({
      id: 'demenagement-ici',
      title: 'Déménager à Val-Clair',
      summary: newest.summary,
      department: 'mobilite',
    });
    expect(next.steps.map(({ id }: { id: string }) => id)).toEqual(['besoin', 'lieu', 'vous', 'precisions']);
    expect(next.steps[0].fields[3]).toMatchObject({ min: 5, max: 20 });
    expect(next.steps[2].fields.at(-1).name).toBe('rna');
  });

  it('shows where both changed, and leaves the side to a person', () => {
    const newest = changed((d) => {
      d.title = 'Réserver une place';
      d.steps[0].fields[3].max = 25;
    });
    const { conflicts } = compared(everyKind, newest, local);
    expect(conflicts).toEqual([
      {
        path: 'title',
        place: 'Titre',
        before: everyKind.title,
        catalogue: 'Réserver une place',
        local: 'Déménager à Val-Clair',
      },
      expect.objectContaining({ path: 'steps.besoin.fields.longueur.max', catalogue: 25, local: 20 }),
    ]);
    expect(updated(everyKind, newest, local, [])).toMatchObject({ title: 'Déménager à Val-Clair' });
    expect(updated(everyKind, newest, local, ['title', 'steps.besoin.fields.longueur.max'])).toMatchObject({
      title: 'Réserver une place',
      steps: [{ fields: [{}, {}, {}, { max: 25 }] }, {}, {}, {}],
    });
  });

  it('drops a change inside a question that the catalogue took away, and says so', () => {
    const newest = changed((d) => d.steps[0].fields.splice(3, 1));
    const conflict = { path: 'steps.besoin.fields.longueur.max', catalogue: null, local: 20 };
    expect(compared(everyKind, newest, local).conflicts).toMatchObject([conflict]);
    const next = updated(everyKind, newest, local, []) as Any;
    expect(next.steps[0].fields.map(({ name }: { name: string }) => name)).not.toContain('longueur');
  });

  it('says what changed between two revisions as their writers would', () => {
    expect(changesOf(everyKind, local).map(({ kind, place }) => `${kind}: ${place}`)).toEqual([
      'changed: Titre',
      'changed: Service',
      'added: Étape « De quoi avez-vous besoin ? », question « Vous faites cette demande », choix « Pour une entreprise »',
      'changed: Étape « De quoi avez-vous besoin ? », question « Longueur à réserver », champ « max »',
      'removed: Étape « Le monte-meubles »',
    ]);
  });
});

describe('an overlay loses nothing', () => {
  const named = fc
    .uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), size: fc.nat(3) }), {
      selector: ({ name }) => name,
    })
    .map((list) => list as unknown as Json);
  const document: fc.Arbitrary<Json> = fc.record(
    {
      title: fc.constantFrom('un', 'deux'),
      words: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
      fields: named,
      inner: fc.record({ steps: named, at: fc.nat(2) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );

  it('laid over its base gives the local document back, whatever it changed', () => {
    fc.assert(
      fc.property(document, document, (base, other) => {
        expect(layOver(base, overlayOf(base, other))).toEqual(other);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});
