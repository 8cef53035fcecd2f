import { describe, expect, it } from 'vitest';
import { readContent } from '../../web/build/sources.ts';
import { search } from '../../web/portal/search.ts';

const { procedures, articles } = readContent('val-clair');
const found = (query: string) => search([...procedures, ...articles], query).map(({ id }) => id);

describe('the search understands how people write', () => {
  it.each([
    ['acte de naissance', 'acte-naissance'],
    ['je voudrais un acte', 'acte-naissance'],
    ['velo', 'aide-velo'],
    ['Vélo ÉLECTRIQUE', 'aide-velo'],
    ['nid de poule', 'signalement'],
    ['lampadaires', 'signalement'],
    ['creche', 'inscription-creche'],
    ['créche', 'inscription-creche'],
    ['lampadiare', 'signalement'],
    ['inscription école', 'inscription-scolaire'],
    ['mariage', 'dossier-mariage'],
    ['préparer mon mariage', 'se-marier'],
    ['me marier', 'dossier-mariage'],
    ['cantine', 'restauration-scolaire'],
    ['poubelle cassée', 'bac-dechets'],
    ['je déménage camion', 'stationnement-demenagement'],
    ['permis de construire', 'permis-construire-maison'],
    ['stage', 'apprentissage-stage'],
  ])('"%s" leads to %s', (query, expected) => {
    expect(found(query).slice(0, 3)).toContain(expected);
  });

  it('finds nothing for nothing, and nothing for what is not there', () => {
    expect(found('')).toEqual([]);
    expect(found('   ')).toEqual([]);
    expect(found('zzzz')).toEqual([]);
  });
});
