import { describe, expect, it } from 'vitest';
import { findKnowledge } from '../../functions/knowledge/find-knowledge.ts';
import { articleText, letterText, procedureText } from '../../functions/knowledge/knowledge-texts.ts';
import { buildIndex } from '../../functions/knowledge/search/build-index.ts';
import { openIndex } from '../../functions/knowledge/search/open-index.ts';
import { search } from '../../functions/knowledge/search/search.ts';
import { slipsBetween } from '../../functions/knowledge/search/spelling.ts';
import { stemOf } from '../../functions/knowledge/search/stem.ts';
import { wordsOf } from '../../functions/knowledge/search/words.ts';
import { readContent } from '../../web/build/sources.ts';

const { procedures, articles } = readContent('val-clair');
const texts = [...articles.map(articleText), ...procedures.map(procedureText)];
const bytes = buildIndex(texts);
const index = openIndex(bytes);
const first = (query: string) => search(index, query, 3).map(({ id }) => id.replace(/^\w+:/, ''));

describe('people find an answer with the words they have', () => {
  it.each([
    ['ACTE DE NAISSANCE', 'acte-naissance', 'capitals'],
    ['créche', 'place-en-creche', 'a wrong accent'],
    ['lampadiare etein', 'signalement', 'typing errors'],
    ['renouvellement passeport', 'renouveler-carte-identite', 'another form of the word'],
    ['permi de construir maison', 'permis-construire-maison', 'letters left out'],
    ['mariaje mairie', 'dossier-mariage', 'what it sounds like'],
    ['lecole de mon fils', 'inscription-scolaire', 'a lost apostrophe'],
    ['logementsocial', 'demande-logement-social', 'a lost space'],
    ['poubelles jaunes', 'calendrier-collecte', 'plain words'],
    ['cni', 'renouveler-carte-identite', 'an acronym'],
    ['C.N.I.', 'renouveler-carte-identite', 'an acronym with its points'],
    ['ｐａｓｓｅｐｏｒｔ', 'renouveler-carte-identite', 'wide letters'],
    ['vieux canapé', 'encombrants', 'the thing itself'],
    ['combien coûte la cantine', 'cantine-tarifs', 'a question'],
    ['je voudrais faire garder mon bébé svp', 'inscription-creche', 'a sentence'],
    ['trou dans la route', 'signaler-nid-de-poule', 'a description'],
  ])('"%s" leads to %s (%s)', (query, wanted) => {
    expect(first(query)).toContain(wanted);
  });

  it.each([[''], ['   '], ['?!'], ['zzzzqqq'], ['\u0000\uD800']])(
    'finds nothing for %j, and does not fall over',
    (query) => {
      expect(search(index, query)).toEqual([]);
    },
  );

  it('shows the sentence that says most of what was asked', () => {
    const found = findKnowledge(index, { q: 'bac jaune', kind: 'article', limit: 1 })[0];
    expect(found?.passage).toMatch(/bac jaune/i);
  });

  it('stays quiet where nobody asked and nothing surely fits', () => {
    const sure = (q: string) => findKnowledge(index, { q, limit: 3, sure: true });
    expect(sure('acte de naissance').length).toBeGreaterThan(0);
    expect(sure('le comportement de mon collègue xylophone hier')).toEqual([]);
  });

  it('answers without words by what a department has to say, and keeps to the department asked for', () => {
    const own = findKnowledge(index, { q: '', department: 'education', limit: 5 });
    expect(own.map(({ department }) => department)).toEqual(own.map(() => 'education'));
    expect(own.length).toBeGreaterThan(0);
    const found = findKnowledge(index, { q: 'inscription', department: 'education', limit: 9 });
    expect(found.every(({ department }) => department === 'education' || department === null)).toBe(true);
  });

  it('gives no place to what is not for who asks', () => {
    const all = findKnowledge(index, { q: 'inscription', limit: 5 });
    const second = all[1]?.id ?? '';
    const own = findKnowledge(index, { q: 'inscription', limit: 1 }, (id) => id === second);
    expect(own.map(({ id }) => id)).toEqual([second]);
  });
});

describe('an index travels as bytes', () => {
  it('is the same for the same texts, and finds the same after the journey', () => {
    expect(buildIndex(texts)).toEqual(bytes);
    expect(search(openIndex(bytes.slice()), 'cantine')).toEqual(search(index, 'cantine'));
  });

  it('says when it is cut short or of another version, and may be empty', () => {
    expect(() => openIndex(bytes.slice(0, bytes.length - 7))).toThrow('index-truncated');
    expect(() => openIndex(new Uint8Array())).toThrow('index-truncated');
    expect(() => openIndex(new Uint8Array([99, ...bytes.slice(1)]))).toThrow('index-version');
    expect(search(openIndex(buildIndex([])), 'acte')).toEqual([]);
  });

  it('takes texts of any shape', () => {
    const odd = [
      { id: '1', title: '', body: '' },
      { id: '2', title: 'École \u{1F3EB}', body: `${'mot '.repeat(5_000)}\n## Inscription\n- un\n- deux` },
    ];
    expect(search(openIndex(buildIndex(odd)), 'ecole inscription')[0]?.id).toBe('2');
    expect(search(openIndex(buildIndex(odd)), 'b'.repeat(100_000))).toEqual([]);
  });

  it('shows the words of a link and never a piece of its address', () => {
    const body = 'Voir le [plan, en un clic](https://ville.example/plan(1)) deux fois par an au guichet.';
    const found = search(openIndex(buildIndex([{ id: 'a', title: 'Plan', body }])), 'plan');
    expect(found[0]?.passage).toBe('Voir le plan, en un clic deux fois par an au guichet.');
  });

  it('leaves the fields of letters out of what is searched', () => {
    const letter = {
      id: 'accord',
      title: 'Accord',
      departments: [],
      body: 'Nous acceptons {{answers.secretword}}.',
    };
    const letters = openIndex(buildIndex([letterText(letter)]));
    expect(search(letters, 'secretword')).toEqual([]);
    expect(findKnowledge(letters, { q: 'accord', limit: 3 })[0]).toMatchObject({
      kind: 'letter',
      id: 'accord',
    });
  });
});

describe('words meet in their forms', () => {
  it.each([
    ['renouveler', 'renouvellement'],
    ['inscription', 'inscriptions'],
    ['déclarer', 'déclaration'],
    ['stationner', 'stationnement'],
    ['électoral', 'électorale'],
    ['bateaux', 'bateau'],
  ])('%s and %s', (one, other) => {
    const [left, right] = [wordsOf(one)[0] ?? '', wordsOf(other)[0] ?? ''];
    expect(stemOf(left)).toBe(stemOf(right));
  });

  it('takes elisions, points and ligatures apart', () => {
    expect(wordsOf("L'acte d’état civil de ma sœur, qu'on m'a volé (R.S.A.)")).toEqual([
      'acte',
      'etat',
      'civil',
      'de',
      'ma',
      'soeur',
      'on',
      'a',
      'vole',
      'rsa',
    ]);
  });

  it.each([
    ['passeport', 'pasport', 2],
    ['naissance', 'niassance', 1],
    ['carte', 'carte', 0],
    ['carte', 'poisson', 3],
  ])('%s and %s are %i slips apart', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });
});
