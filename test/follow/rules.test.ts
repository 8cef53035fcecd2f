import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archive, namer } from '../../functions/follow/archive.ts';
import { proofOf } from '../../functions/follow/proof.ts';
import { reasonsIn } from '../../functions/follow/reasons.ts';
import { satisfaction } from '../../functions/follow/satisfaction.ts';
import { mayContest, mayRate, mayReopen } from '../../functions/follow/view.ts';
import { followSort } from '../../functions/requests/followers.ts';
import { asAgent } from '../support/an-agent.ts';
import { anAccount } from '../support/follow-world.ts';
import { aRequest } from '../support/instruction-situation.ts';

const content = { salt: 's' };
const sender = { email: 'jeanne@example.org' };
const certified = { sub: 'x', certifiedAt: '2026-01-01' };
const auto = { by: 'auto', reasons: ['same-name' as const] };

describe('a request that came by another way is somebody’s own', () => {
  it.each([
    ['it was written from their proved address', content, sender, {}, auto, 'email'],
    ['whatever the capitals', content, { email: ' Jeanne@Example.org' }, {}, null, 'email'],
    [
      'not when the mail is forged',
      { salt: 's', mail: { sender: 'forged', thread: null } },
      sender,
      {},
      auto,
      null,
    ],
    [
      'nor when nothing vouches for it',
      { salt: 's', mail: { sender: 'unverified', thread: null } },
      sender,
      {},
      auto,
      null,
    ],
    ['nor by a name alone', content, { email: null }, { franceConnect: certified }, auto, null],
    [
      'nor by what an agent said, of whom no identity is certified',
      content,
      { email: null },
      {},
      { by: 'agent:paul', reasons: [] },
      null,
    ],
    [
      'but by what an agent said of a certified identity',
      content,
      { email: null },
      { franceConnect: certified },
      { by: 'agent:paul', reasons: [] },
      'identity',
    ],
    [
      'or by name and birth of one',
      content,
      { email: null },
      { franceConnect: certified },
      { by: 'auto', reasons: ['same-birth', 'same-name'] },
      'identity',
    ],
    [
      'and never once it was erased',
      { salt: '' },
      sender,
      { franceConnect: certified },
      { by: 'agent:paul', reasons: [] },
      null,
    ],
  ] as const)('%s', (_why, asked, from, account, link, proof) => {
    expect(proofOf({ content: asked, sender: from }, anAccount(account), link as never)).toBe(proof);
  });
});

it('puts what waits for the person first, by its day, then the latest open, then the latest ended', () => {
  const at = (over: object) => followSort({ request: aRequest(over) });
  const awaited = { until: '2027-04-01' } as never;
  const order = [
    at({ state: 'waiting-citizen', awaited: { until: '2027-03-20' } as never }),
    at({ state: 'waiting-citizen', awaited }),
    at({ state: 'in-progress', receivedOn: '2027-03-15' }),
    at({ state: 'assigned', receivedOn: '2027-03-10' }),
    at({ state: 'closed', closedAt: '2027-05-02T08:00:00Z' }),
    at({ state: 'withdrawn', closedAt: '2027-05-01T08:00:00Z' }),
  ];
  expect([...order].sort()).toEqual(order);
});

describe('what may be done about an answer', () => {
  const answer = {
    messageId: 'm',
    outcome: 'refused',
    decidedAt: '2027-03-20T08:00:00Z',
    sentAt: '2027-03-20T08:00:00Z',
    isImplicit: false,
  } as const;
  const dayOf = (at: string) => at.slice(0, 10);
  const rated = (score: 'satisfied' | 'unsatisfied') =>
    ({ score, messageId: 'm', firstAt: '2027-03-20T09:00:00Z', department: 'voirie' }) as const;
  it.each([
    ['a refusal that left is contested', { state: 'closed', answer }, true],
    ['not before it has left', { state: 'decided', answer: { ...answer, sentAt: null } }, false],
    [
      'silence that refuses is contested',
      { state: 'decided', answer: { ...answer, sentAt: null, isImplicit: true } },
      true,
    ],
    [
      'what silence granted is not',
      { state: 'decided', answer: { ...answer, outcome: 'granted', isImplicit: true } },
      false,
    ],
    [
      'nor what was contested already',
      {
        state: 'closed',
        answer,
        appeals: [{ reference: 'x', kind: 'gracious', at: '2027-03-21T08:00:00Z' }],
      },
      false,
    ],
    [
      'a new answer after a first appeal is',
      {
        state: 'closed',
        answer,
        appeals: [{ reference: 'x', kind: 'gracious', at: '2027-03-01T08:00:00Z' }],
      },
      true,
    ],
    ['nor what was withdrawn', { state: 'withdrawn', answer }, false],
  ] as const)('%s', (_what, over, may) => {
    expect(mayContest(aRequest(over as never))).toBe(may);
  });
  it('is rated for thirty days, and taken up again only when it does not satisfy', () => {
    const request = aRequest({ state: 'delivered', answer });
    expect(mayRate(request, '2027-04-19', dayOf)).toBe(true);
    expect(mayRate(request, '2027-04-20', dayOf)).toBe(false);
    expect(
      mayRate(aRequest({ state: 'delivered', answer: { ...answer, isImplicit: true } }), '2027-03-21', dayOf),
    ).toBe(false);
    const of = (score: 'satisfied' | 'unsatisfied') =>
      aRequest({ state: 'closed', answer, rating: rated(score) });
    expect(mayReopen(of('unsatisfied'), '2027-04-01', dayOf)).toBe(true);
    expect(mayReopen(of('satisfied'), '2027-04-01', dayOf)).toBe(false);
    expect(
      mayReopen(
        aRequest({ state: 'closed', answer: { ...answer, messageId: 'n' }, rating: rated('unsatisfied') }),
        '2027-04-01',
        dayOf,
      ),
    ).toBe(false);
  });
});

it('tells a refusal by the reasons its own letter gives', () => {
  const letter =
    'Bonjour,\n\nEn droit : le règlement de l’aide, article 4, fixe un plafond.\n\nEn fait : vos revenus le dépassent.\n\nCordialement';
  expect(reasonsIn(letter)).toEqual({
    inFact: 'Vos revenus le dépassent.',
    inLaw: 'Le règlement de l’aide, article 4, fixe un plafond.',
  });
  expect(reasonsIn('Bonjour,\n\nC’est non.')).toEqual({ inFact: null, inLaw: null });
});

/** Reads an archive from its end, as programs do: the list of files, then each by its place, checked by its sum. */
const unpacked = (zip: Buffer): Record<string, string> => {
  const end = zip.subarray(-22);
  let at = end.readUInt32LE(16);
  return Object.fromEntries(
    Array.from({ length: end.readUInt16LE(10) }, () => {
      const [sum, size, length] = [
        zip.readUInt32LE(at + 16),
        zip.readUInt32LE(at + 24),
        zip.readUInt16LE(at + 28),
      ];
      const from = zip.readUInt32LE(at + 42) + 30 + length;
      const name = zip.subarray(at + 46, at + 46 + length).toString('utf8');
      const bytes = zip.subarray(from, from + size);
      expect(crc32(bytes)).toBe(sum);
      at += 46 + length;
      return [name, bytes.toString('utf8')];
    }),
  );
};

describe('the archive of a whole file', () => {
  it('gives each document a name that every system can unpack', () => {
    const nameOf = namer();
    expect(
      ['../../etc/passwd', 'a.pdf', 'A.pdf', 'con:fait?.pdf', '', '...'].map((one) => nameOf('d/', one)),
    ).toEqual([
      'd/-..-etc-passwd',
      'd/a.pdf',
      'd/A (2).pdf',
      'd/con-fait-.pdf',
      'd/document',
      'd/document (2)',
    ]);
  });
  it('opens with what any computer has', async () => {
    const pieces: Uint8Array[] = [];
    const zip = archive(
      { write: async (bytes) => void pieces.push(bytes) },
      (b, c) => crc32(b, c),
      '2026-04-03 10:00',
    );
    const text = new TextEncoder();
    await zip.add('échanges.txt', [text.encode('Bonjour, '), text.encode('à bientôt')]);
    await zip.add('documents/vide.txt', []);
    await zip.end();
    expect(unpacked(Buffer.concat(pieces))).toEqual({
      'échanges.txt': 'Bonjour, à bientôt',
      'documents/vide.txt': '',
    });
  });
});

describe('figures of what people think', () => {
  const ratings = async () => [
    { month: '2026-04', department: 'voirie', answers: 4, points: 8, unsatisfied: 2 },
    { month: '2026-05', department: 'voirie', answers: 1, points: 3, unsatisfied: 0 },
    { month: '2026-04', department: 'cabinet', answers: 1, points: 1, unsatisfied: 1 },
  ];
  const codes = ['voirie', 'cabinet'].map((code) => ({ code }));
  const read = satisfaction({
    ratings,
    authority: async () => ({ departments: codes }) as never,
    now: () => 'now',
  });
  const ask = (agent: object, from = '2026-04') =>
    read(
      { params: undefined, headers: undefined, body: undefined, query: { from, to: '2026-05' } },
      asAgent(agent),
    );
  it('tell the quality unit the mean and the share of each department, without the cabinet’s', async () => {
    const seen = await ask({ roles: ['quality'], departments: [] });
    expect(seen.all).toEqual({ answers: 5, mean: 2.2, unsatisfied: 0.4 });
    expect(seen.departments).toEqual([{ department: 'voirie', answers: 5, mean: 2.2, unsatisfied: 0.4 }]);
    expect(seen.months.map(({ month }) => month)).toEqual(['2026-04', '2026-05']);
  });
  it('tell a head their own department alone, over a period that makes sense', async () => {
    expect((await ask({ roles: ['head'], departments: ['cabinet'] })).departments).toMatchObject([
      { department: 'cabinet' },
    ]);
    await expect(ask({ roles: ['quality'] }, '2020-01')).rejects.toThrow('invalid-input');
  });
});
