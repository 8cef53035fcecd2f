import { describe, expect, it } from 'vitest';
import { besideOf } from '../../../functions/qualification/beside-words.ts';
import { type Beside, signalsOf, withSignals } from '../../../functions/qualification/routing/signals.ts';
import { senderHistory } from '../../../functions/qualification/sender-history.ts';
import { aContact, authority } from '../../support/request-world.ts';

const departments = [
  { code: 'voirie', name: 'Voirie et éclairage public', email: 'rues@ville.example' },
  { code: 'urbanisme', name: 'Urbanisme', email: 'urbanisme@ville.example' },
  { code: 'eau', name: 'Eau et assainissement', email: 'eau@ville.example', onlyCommunes: ['99101'] },
];
const own = { voirie: ['trottoir'], urbanisme: ['perm', 'plan'], eau: ['compteur'] };
const read = () => ({ label: 'eau', probability: 0.9 });
const text = 'Bonjour,\nJe voudrais un rendez-vous.';
const of = (beside: Beside, words = text) =>
  signalsOf({ text: words, beside }, departments, { own, read }).map(({ kind, department, odds }) => [
    kind,
    department,
    odds > 0,
  ]);

describe('beside its words a letter is known by', () => {
  it.each<[string, Beside, [string, string, boolean][]]>([
    ['the address of a department', { recipients: ['Rues@ville.example'] }, [['addressed', 'voirie', true]]],
    [
      'an address that answers it',
      { recipients: ['rues+x1@ville.example'] },
      [['addressed', 'voirie', true]],
    ],
    [
      'an address called after its code',
      { recipients: ['voirie@a.example'] },
      [['addressed', 'voirie', true]],
    ],
    ['nothing, sent to everybody', { recipients: ['contact@ville.example'] }, []],
    ['the name of a file', { attachments: [{ name: 'Plan.pdf' }] }, [['attachment', 'urbanisme', true]]],
    ['nothing, a number of a camera', { attachments: [{ name: 'IMG_2041.jpg' }] }, []],
    [
      'a name of several words',
      { attachments: [{ name: 'releve-index.pdf' }] },
      [['attachment', 'eau', true]],
    ],
    [
      'the words of a file',
      { attachments: [{ name: 'scan.pdf', text: 'relevé' }] },
      [['attachment', 'eau', true]],
    ],
    ['what was asked before', { history: ['eau', 'eau'] }, [['history', 'eau', true]]],
    ['nothing, of a department that is no more', { history: ['ancien-service'] }, []],
    [
      'a commune that a department does not serve',
      { commune: { code: '99102', name: 'Lanterolles' } },
      [['commune', 'eau', false]],
    ],
    ['nothing, a commune that all of them serve', { commune: { code: '99101', name: 'Val-Clair' } }, []],
    ['nothing, when nothing is known', {}, []],
  ])('%s', (_name, beside, signals) => {
    expect(of(beside)).toEqual(signals);
  });

  it.each<[string, string[]]>([
    ['Jean Petit\n\nService Urbanisme\n1 place du Marché\n\nMadame, Monsieur,\nVoici.', ['urbanisme']],
    ["À l'attention du service voirie\n\nBonjour,\nVoici.", ['voirie']],
    ["Direction de l'eau et de l'assainissement\nMonsieur,\nVoici.", ['eau']],
    ['Madame, Monsieur,\nLe service urbanisme ne répond pas.', []],
    ['Monsieur le Maire\n\nMonsieur le Maire,\nVoici.', []],
    ['Le service urbanisme ne répond jamais.', []],
    ['Service Urbanisme\nService Voirie\n\nBonjour,\nVoici.', []],
  ])('the department on its envelope: %j', (words, codes) => {
    expect(of({}, words).map(([, code]) => code)).toEqual(codes);
  });
});

describe('what is known beside the words', () => {
  const scored = [
    { label: 'voirie', probability: 0.6 },
    { label: 'urbanisme', probability: 0.3 },
    { label: 'eau', probability: 0.1 },
  ];
  const signal = (department: string, odds: number) => ({
    ...({ kind: 'addressed', what: '' } as const),
    ...{ department, odds },
  });
  it('changes nothing of a message without any', () => {
    expect(withSignals(scored, [])).toEqual(scored);
  });
  it('multiplies the odds and leaves a whole', () => {
    const moved = withSignals(scored, [signal('urbanisme', Math.log(9))]);
    expect(moved[0]).toEqual({ label: 'urbanisme', probability: expect.closeTo(2.7 / 3.4, 5) });
    expect(moved.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });
  it('counts for more where the words hold none of the department’s own', () => {
    const [first, second] = [false, true].map((isFaint) =>
      withSignals(scored, [signal('eau', 1.2)], isFaint),
    );
    const of = (some: typeof first) => some?.find(({ label }) => label === 'eau')?.probability ?? 0;
    expect(of(second)).toBeGreaterThan(of(first));
    expect(withSignals(scored, [], true)).toEqual(scored);
  });
  it('never outweighs clear words, however much of it comes together', () => {
    const clear = [
      { label: 'voirie', probability: 0.99 },
      { label: 'eau', probability: 0.01 },
    ];
    const all = Array.from({ length: 9 }, () => signal('eau', 2));
    expect(withSignals(clear, all)[0]?.label).toBe('voirie');
  });
});

describe('what a contact is known by', () => {
  const beside = (changes: Parameters<typeof aContact>[1], inseeCode: string | null = null) =>
    besideOf(aContact('c', changes), {
      address: { lines: [], postalCode: null, commune: null, source: 'text', inseeCode },
      communes: authority.communes,
      history: [],
    });
  const [home, other] = authority.communes;
  it('is the commune it speaks of, else the one its sender lives in', () => {
    expect(beside({ text: 'Une fuite.' }, home?.code).commune?.code).toBe(home?.code);
    expect(beside({ text: `Une fuite à ${other?.name}.` }, home?.code).commune?.code).toBe(other?.code);
    expect(beside({ text: 'Une fuite.' }).commune).toBeNull();
  });
  it('is not told twice by the pages of a scan, which are its words', () => {
    const file = { id: 'd', name: 'plan.pdf', contentType: '', size: 1, pages: [] };
    const documents = [{ ...file, original: { bucket: 'evidence', key: 'k' } as const }];
    expect(beside({ channel: 'scan', documents }).attachments).toEqual([]);
    expect(beside({ channel: 'mail', documents }).attachments).toEqual([{ name: 'plan.pdf', text: '' }]);
    expect(
      beside({ channel: 'mail', documents: documents.map((one) => ({ ...one, held: 'infected' })) })
        .attachments,
    ).toEqual([]);
  });
});

describe('what somebody asked before is looked up', () => {
  const history = senderHistory({
    requestsOf: async (kind, value) => (value === 'shared' ? [] : [`${kind}-1`, 'reserved', 'gone']),
    departmentOf: async (reference) =>
      reference === 'gone' ? null : reference === 'reserved' ? 'cabinet' : 'logement',
  });
  const sender = { name: 'A', email: 'a@a.example', phone: '+33600000000', address: null };
  const mail = (dmarc: string) => ({
    ...{ messageId: null, inReplyTo: [], references: [], recipients: [], automatic: false },
    verdicts: { spf: dmarc, dkim: dmarc, dmarc },
  });
  it('by an address that its domain vouches for, without what was written to the cabinet', async () => {
    expect(await history({ sender, mail: mail('PASS') })).toEqual(['logement']);
  });
  it('never by an address that anybody may have typed, nor by what a letter says', async () => {
    expect(await history({ sender, mail: mail('FAIL') })).toEqual([]);
    expect(await history({ sender })).toEqual([]);
  });
});
