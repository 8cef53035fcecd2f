import { describe, expect, it } from 'vitest';
import type { WorkStep } from '../../functions/procedures/workflow.ts';
import { approved, recalled, returned, takenBack } from '../../functions/signatures/act-on-letter.ts';
import { circuitFor, currentRound, modeFor, signingFor } from '../../functions/signatures/circuit.ts';
import { holdersFor, mayApprove, withHolders } from '../../functions/signatures/holders.ts';
import type { CircuitStep, LetterRecord } from '../../functions/signatures/letter.ts';
import { itemsOf } from '../../functions/signatures/tasks.ts';
import { agentOf, delegationOf, letterOf, staffOf, stepOf, today } from '../support/letters-in-circuit.ts';
import { randomOf } from '../support/random.ts';

const marc = agentOf('marc', ['head', 'signatory'], ['voirie']);
const agnes = agentOf('agnes', ['head'], ['voirie', 'education']);
const bernard = agentOf('bernard', ['signatory'], ['education']);
const admin = agentOf('admin', ['administrator'], []);
const everybody = [marc, agnes, bernard, admin];
const gone = { leftOn: '2026-11-01' };
const how = { authTime: null, amr: [], acr: null };
const at = '2026-11-23T09:00:00.000Z';
const hash = 'a'.repeat(64);
const seen = (step: number) => ({ step, sha256: hash, comment: null });
const by = (role: 'head' | 'signatory') => ({ role }) as const;

describe('the circuit of a letter', () => {
  const visa = { kind: 'visa', id: 'v', title: 'Visa du chef', by: by('head') } as WorkStep;
  const sign = {
    kind: 'signature',
    id: 's',
    title: 'Signature',
    by: by('signatory'),
    mode: 'personal',
  } as WorkStep;
  const ask = {
    kind: 'opinion',
    id: 'o',
    title: 'Avis',
    from: ['voirie', 'education'],
    question: 'Qu’en dites-vous ?',
  } as WorkStep;

  it('is what the procedure asks for after its letter, opinions at the same time', () => {
    const circuit = circuitFor([visa, ask, sign], null);
    expect(circuit.map(({ kind, round }) => [kind, round])).toEqual([
      ['visa', 0],
      ['opinion', 1],
      ['opinion', 1],
      ['signature', 2],
    ]);
    expect(modeFor([visa, sign], { mode: 'seal' })).toBe('personal');
  });
  it('is the template’s when the procedure says nothing, and one signature when nobody does', () => {
    expect(circuitFor([], { circuit: [] })).toEqual([]);
    expect(circuitFor([], null).map(({ kind }) => kind)).toEqual(['signature']);
  });
  const form = { channel: 'form', portalConsent: false } as const;
  const paper = { channel: 'scan', portalConsent: false } as const;
  const bare = { mode: 'unsigned', circuit: [] } as const;
  const seal = { mode: 'seal' } as const;
  const because = { ...bare, decidesNothing: 'Cette lettre informe.' };
  const grant = { isChosen: true, decision: 'granted', isNamed: true } as const;
  const tell = { ...grant, decision: null };
  it.each([
    [
      'a grant on paper has its signatory',
      [],
      { ...grant, template: { ...seal, circuit: [] } },
      paper,
      ['signature'],
      'personal',
    ],
    [
      'visas of a procedure are followed by one',
      [visa],
      { ...grant, template: null },
      paper,
      ['visa', 'signature'],
      'personal',
    ],
    [
      'its own visas as well',
      [],
      { ...grant, template: { ...bare, circuit: [visa] } },
      paper,
      ['visa', 'signature'],
      'personal',
    ],
    [
      'the signature it has is enough',
      [visa, sign],
      { ...grant, template: null },
      paper,
      ['visa', 'signature'],
      'personal',
    ],
    ['a grant by the form keeps its visas', [visa], { ...grant, template: seal }, form, ['visa'], 'seal'],
    [
      'a refusal is signed by the form too',
      [visa],
      { ...grant, decision: 'refused', template: seal },
      form,
      ['visa', 'signature'],
      'personal',
    ],
    [
      'bare only in the portal',
      [],
      { ...grant, template: bare },
      { ...form, portalConsent: true },
      [],
      'unsigned',
    ],
    ['not by mail', [], { ...grant, template: bare }, form, ['signature'], 'personal'],
    ['what informs leaves at once', [], { ...tell, template: because }, paper, [], 'unsigned'],
    [
      'free text is signed',
      [],
      { ...tell, isChosen: false, template: because },
      paper,
      ['signature'],
      'seal',
    ],
    [
      'free text without any template too',
      [],
      { ...tell, isChosen: false, template: null },
      form,
      ['signature'],
      'seal',
    ],
  ] as const)('when %s', (_what, steps, given, lodged, kinds, mode) => {
    const made = signingFor(steps, given as never, lodged);
    expect([made.circuit.map(({ kind }) => kind), made.mode]).toEqual([kinds, mode]);
  });
});

describe('who has a letter in their book', () => {
  const sign = stepOf(0, 'signature', by('signatory'));
  it.each([
    ['the signatory of the department', everybody, ['marc']],
    ['another signatory when that one has left', [{ ...marc, ...gone }, agnes, bernard, admin], ['bernard']],
    [
      'heads, to be seen, when no signatory is left',
      [{ ...marc, ...gone }, agnes, { ...bernard, ...gone }, admin],
      ['agnes'],
    ],
    [
      'an administrator when nobody else is',
      [{ ...marc, ...gone }, { ...agnes, ...gone }, { ...bernard, ...gone }, admin],
      ['admin'],
    ],
  ])('is %s', (_who, agents, holders) => {
    expect(holdersFor(sign, staffOf(agents)).holders).toEqual(holders);
  });
  it('is the delegate of who is away, who may sign; a head who only stands in may not', () => {
    const agents = [{ ...marc, absence: { from: today, to: today, substitute: 'agnes' } }, agnes, admin];
    const bare = staffOf(agents);
    const held = { ...sign, ...holdersFor(sign, bare) };
    expect([held.holders, mayApprove(agnes, held, bare)]).toEqual([['agnes'], false]);
    const ordered = staffOf(agents, { delegations: [delegationOf('agnes', { delegator: 'marc' })] });
    const stood = { ...sign, ...holdersFor(sign, ordered) };
    expect([stood.standIns, mayApprove(agnes, stood, ordered)]).toEqual([{ agnes: 'marc' }, true]);
  });
  it('keeps what is reserved among those named for the cabinet', () => {
    const louise = agentOf('louise', ['head'], ['cabinet']);
    const matter = { department: 'cabinet', procedure: null, kind: 'granted' };
    const staff = staffOf([...everybody, louise], { matter });
    expect(holdersFor(sign, staff).holders).toEqual(['louise']);
    const visa = stepOf(0, 'visa', { agent: 'louise' });
    const away = { ...louise, absence: { from: today, to: today, substitute: null } };
    expect(holdersFor(visa, staffOf([...everybody, away], { matter })).holders).toEqual([]);
  });
  it('lets nobody sign who has left, nor by a template alone', () => {
    const held = { ...sign, holders: ['marc', 'agnes'] };
    expect(mayApprove(marc, held, staffOf(everybody))).toBe(true);
    const left = { ...marc, ...gone };
    expect(mayApprove(left, held, staffOf([left, agnes]))).toBe(false);
    const own = { ...stepOf(0, 'signature', { agent: 'agnes' }), holders: ['agnes'] };
    expect(mayApprove(agnes, own, staffOf(everybody))).toBe(false);
    expect(mayApprove(agnes, { ...own, workStep: 'signer' }, staffOf(everybody))).toBe(true);
  });
  it('never is somebody who is not there, whatever the people and the orders', () => {
    const { next: random } = randomOf(7);
    for (let turn = 0; turn < 300; turn += 1) {
      const agents = everybody.map((one) =>
        random() < 0.5
          ? { ...one, ...(random() < 0.5 ? gone : { absence: { from: today, to: today, substitute: null } }) }
          : one,
      );
      const delegations =
        random() < 0.5 ? [delegationOf('agnes', { delegator: random() < 0.5 ? 'marc' : null })] : [];
      const staff = staffOf(agents, { delegations });
      const there = agents
        .filter((one) => !('leftOn' in one) && !('absence' in one))
        .map(({ login }) => login);
      const { holders } = holdersFor(sign, staff);
      expect(holders.every((login) => there.includes(login))).toBe(true);
      if (there.length > 0) expect(holders.length).toBeGreaterThan(0);
    }
  });
});

const inBook = (circuit: CircuitStep[], staff = staffOf(everybody)): LetterRecord =>
  letterOf(withHolders(circuit, staff));
const act = (agent: typeof marc) => ({ agent, authentication: how, at });
const about = {
  request: { department: 'voirie', procedure: null },
  card: { subject: '', sender: 'Jeanne Aubry' },
};

describe('approving', () => {
  const circuit = () => [
    stepOf(0, 'visa', { agent: 'agnes' }),
    stepOf(1, 'opinion', { agent: 'bernard' }, 1),
    stepOf(2, 'opinion', { agent: 'admin' }, 1),
    stepOf(3, 'signature', by('signatory'), 2),
  ];
  it('goes from round to round, opinions in any order, and is ready after the last', () => {
    const staff = staffOf(everybody);
    const first = approved(inBook(circuit()), seen(0), act(agnes), staff);
    expect(first.circuit.map(({ holders }) => holders)).toEqual([['agnes'], ['bernard'], ['admin'], []]);
    const second = approved(first, seen(2), act(admin), staff);
    expect(currentRound(second.circuit)).toBe(1);
    const third = approved(second, seen(1), act(bernard), staff);
    expect(third.circuit[3]?.holders).toEqual(['marc']);
    expect(approved(third, seen(3), act(marc), staff).state).toBe('ready');
  });
  it('refuses who is not asked, another letter than the one seen, and a step that is to come', () => {
    const staff = staffOf(everybody);
    const letter = inBook(circuit());
    expect(() => approved(letter, seen(0), act(marc), staff)).toThrow('not-your-turn');
    expect(() => approved(letter, seen(3), act(marc), staff)).toThrow('not-your-turn');
    const other = { ...seen(0), sha256: 'b'.repeat(64) };
    expect(() => approved(letter, other, act(agnes), staff)).toThrow('letter-changed');
  });
  it('carries the order under which somebody signs', () => {
    const staff = staffOf(everybody, { delegations: [delegationOf('marc', { departments: ['voirie'] })] });
    const letter = inBook([stepOf(0, 'signature', by('signatory'))], staff);
    const { approval } = approved(letter, seen(0), act(marc), staff).circuit[0] ?? {};
    expect(approval).toMatchObject({ quality: 'Vice-presidente', delegation: { order: '2026-12' } });
  });
});

describe('going back', () => {
  const staff = staffOf(everybody);
  const two = () => [stepOf(0, 'visa', { agent: 'agnes' }), stepOf(1, 'signature', by('signatory'))];
  it('takes back an approval until somebody has acted after it', () => {
    const visaed = approved(inBook(two()), seen(0), act(agnes), staff);
    const back = takenBack(visaed, 0, 'agnes', staff);
    expect(back.circuit.map(({ approval, holders }) => [approval, holders])).toEqual([
      [null, ['agnes']],
      [null, []],
    ]);
    const signed = approved(visaed, seen(1), act(marc), staff);
    expect(() => takenBack(signed, 0, 'agnes', staff)).toThrow('too-late-to-take-back');
    expect(() => takenBack(visaed, 0, 'marc', staff)).toThrow('not-your-turn');
  });
  it('returns a letter to its writer with the reason, and leaves it in nobody’s book', () => {
    const back = returned(inBook(two()), { ...seen(0), reason: 'Une date manque.' }, { agent: agnes, at });
    expect([back.state, back.returned?.reason]).toEqual(['returned', 'Une date manque.']);
    expect(
      itemsOf(inBook(two()), back, about as never, at).tasks.map(({ task }) => task.done?.result),
    ).toEqual(['returned']);
    expect(() => recalled(back)).toThrow('too-late-to-take-back');
  });
  it('moves what waits from the book of one to the book of the next, in one writing', () => {
    const letter = inBook(two());
    const visaed = approved(letter, seen(0), act(agnes), staff);
    const { tasks } = itemsOf(letter, visaed, about as never, at);
    expect(tasks.map(({ task, gsi1pk }) => [task.login, gsi1pk])).toEqual([
      ['agnes', 'BOOK-DONE#agnes'],
      ['marc', 'BOOK#marc'],
    ]);
  });
});
