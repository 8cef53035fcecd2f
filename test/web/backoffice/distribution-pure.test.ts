import { describe, expect, it } from 'vitest';
import { addressOf, readAddress } from '../../../web/backoffice/distribution/address.ts';
import {
  codeOf,
  emptyRule,
  type Names,
  ruleSentence,
  wordsIn,
} from '../../../web/backoffice/distribution/rule-words.ts';
import { journal } from '../../../web/ui/messages/backoffice-request-fr.ts';
import { whyWords } from '../../../web/ui/messages/distribution-why-fr.ts';

describe('why somebody was given a request', () => {
  it.each<[string[], string]>([
    [['rule:langue', 'language:pt', 'least-loaded:3'], 'parle portugais, a le moins de demandes des trois'],
    [['away:1', 'only-one'], 'un autre est absent, seule personne disponible'],
    [
      ['rule:c', 'skill:cantine', 'full:2', 'in-turn:2'],
      'compétence « cantine », deux autres ont leur plein de demandes, à son tour, parmi deux',
    ],
    [
      ['after:langue', 'nobody:full'],
      'personne de libre pour une règle plus précise, tout le monde a son plein de demandes',
    ],
    [['unheard-of:1'], ''],
  ])('%j', (codes, words) => {
    expect(whyWords(codes)).toBe(words);
  });

  it('is read on the request', () => {
    const say = journal['request-assigned'];
    expect(say?.({ agent: 'Léa Fontaine', department: 'Éducation', why: 'language:pt,least-loaded:3' })).toBe(
      'Attribuée à Léa Fontaine, Éducation : parle portugais, a le moins de demandes des trois',
    );
    expect(say?.({ agent: null, department: 'Éducation', why: 'nobody:away' })).toBe(
      'Dans le panier commun, Éducation : personne n’est présent',
    );
    expect(say?.({ agent: 'Léa Fontaine', department: 'Éducation', reason: null })).toBe(
      'Attribuée à Léa Fontaine, Éducation',
    );
  });
});

const names: Names = {
  agent: (login) => (login === 'ana' ? 'Ana Reis' : login),
  procedure: () => 'Inscription scolaire',
  commune: () => 'Les Ormelles',
};
const empty = emptyRule('r', 'Une règle');

describe('a rule as a sentence', () => {
  it.each([
    [empty, 'Toute demande\u00a0: n’importe qui dans l’équipe, le moins chargé.'],
    [
      { ...empty, wants: { ...empty.wants, speaksIt: true } },
      'Toute demande dans une autre langue que le français\u00a0: quelqu’un qui parle cette langue, le moins chargé.',
    ],
    [
      {
        ...empty,
        when: { ...empty.when, procedures: ['x'], communes: ['99102'], complexity: 5, urgent: true },
        wants: { ...empty.wants, agents: ['ana'], teams: ['midi'] },
        ...{ choice: 'in-turn' as const, ifNobody: 'basket' as const },
      },
      'Toute demande pour la démarche « Inscription scolaire », à Les Ormelles, urgente, de complexité 5 ou plus\u00a0: Ana Reis ou Équipe du midi, chacun son tour. Si personne n’est libre, elle attend dans le panier, et chaque matin on cherche à nouveau.',
    ],
  ])('%#', (rule, sentence) => {
    const teams = [{ code: 'midi', name: 'Équipe du midi', agents: [] }];
    expect(ruleSentence(rule, teams, names)).toBe(sentence);
  });
});

describe('what a head types', () => {
  it('is taken as words, whatever parts them', () => {
    expect(wordsIn(' cantine, repas ;cantine\n restauration scolaire,, a')).toEqual([
      'cantine',
      'repas',
      'restauration scolaire',
    ]);
  });
  it('gives each rule a code of its own', () => {
    expect(codeOf('Été & Cantine !', [])).toBe('ete-cantine');
    expect(codeOf('Été & Cantine !', ['ete-cantine'])).toBe('ete-cantine-2');
    expect(codeOf('!!', [])).toBe('r');
  });
  it('is kept in the address of the page', () => {
    const shown = { agent: 'ana', basket: false, after: 'urgent~2026-12-01#VC', edited: null };
    const address = new URL(addressOf('voirie', shown), 'http://x');
    expect(readAddress(address.search)).toEqual({ department: 'voirie', ...shown });
  });
});
