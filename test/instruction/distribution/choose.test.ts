import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinaryWork } from '../../../functions/agents/work-profile.ts';
import { capOf, choose, type Worker } from '../../../functions/instruction/distribution/choose.ts';
import type { Facts } from '../../../functions/instruction/distribution/facts.ts';
import { emptyRoster, served, workersOf } from '../../../functions/instruction/distribution/roster.ts';
import { Rules } from '../../../functions/instruction/distribution/rules.ts';

const facts = (change: Partial<Facts> = {}): Facts => ({
  ...{ department: 'education', procedure: null, commune: null, language: null },
  ...{ channel: 'mail', urgency: 'normal', complexity: 2, words: 'ma fille mange a la cantine' },
  ...change,
});
const worker = (login: string, change: Partial<Worker> = {}): Worker => ({
  ...{ login, isPresent: true, mayWork: true, instructs: true, open: 0, turn: 0, work: ordinaryWork },
  ...change,
});
const speaks = (...languages: string[]) => ({ work: { ...ordinaryWork, languages } });
const rule = (change: object = {}) => ({ id: 'r', name: 'Une règle', when: {}, wants: {}, ...change });
const rules = (...some: object[]): Rules => Rules().parse({ rules: some });
const three = [worker('ana', { open: 3 }), worker('bob', { open: 1 }), worker('cleo', { open: 2 })];

describe('a request goes to somebody of its department', () => {
  it.each<[string, Partial<Facts>, Worker[], Rules, string | null, string[]]>([
    ['who has least, when no rule says otherwise', {}, three, rules(), 'bob', ['least-loaded:3']],
    [
      'who speaks the language of the person',
      { language: 'pt' },
      [worker('ana', speaks('pt')), worker('bob', { ...speaks('pt'), open: 2 }), worker('cleo')],
      rules(rule({ id: 'langue', wants: { speaksIt: true } })),
      'ana',
      ['rule:langue', 'language:pt', 'least-loaded:2'],
    ],
    [
      'anybody, when the person writes in French and the rule is about languages',
      {},
      three,
      rules(rule({ wants: { speaksIt: true } })),
      'bob',
      ['least-loaded:3'],
    ],
    [
      'who looks after the commune, or all communes',
      { commune: '99102' },
      [worker('ana', { work: { ...ordinaryWork, communes: ['99101'] } }), worker('bob', { open: 9 })],
      rules(rule({ wants: { coversIt: true } })),
      'bob',
      ['rule:r', 'commune:99102', 'only-one'],
    ],
    [
      'the most qualified, when it is complex',
      { complexity: 7 },
      [worker('ana'), worker('bob', { open: 9, work: { ...ordinaryWork, level: 3 } })],
      rules(rule({ when: { complexity: 6 }, choice: 'most-qualified' })),
      'bob',
      ['rule:r', 'most-qualified:2'],
    ],
    [
      'who has least, when the rule for complex ones does not speak of it',
      { complexity: 5 },
      [worker('ana'), worker('bob', { open: 9, work: { ...ordinaryWork, level: 3 } })],
      rules(rule({ when: { complexity: 6 }, choice: 'most-qualified' })),
      'ana',
      ['least-loaded:2'],
    ],
    [
      'somebody else, when the one who is wanted is away',
      {},
      [worker('ana', { isPresent: false }), worker('bob'), worker('cleo', { open: 1 })],
      rules(rule({ wants: { agents: ['ana'] } })),
      'bob',
      ['after:r', 'away:1', 'least-loaded:2'],
    ],
    [
      'nobody, when the rule would rather wait',
      {},
      [worker('ana', { isPresent: false }), worker('bob')],
      rules(rule({ wants: { agents: ['ana'] }, ifNobody: 'basket' })),
      null,
      ['rule:r', 'named', 'nobody:away'],
    ],
    [
      'nobody, when everybody has as much as they may',
      {},
      [worker('ana', { open: 40 }), worker('bob', { open: 20, work: { ...ordinaryWork, share: 50 } })],
      rules(),
      null,
      ['nobody:full'],
    ],
    [
      'those who have the skill, though their head has it written otherwise',
      {},
      [worker('ana', { open: 5, work: { ...ordinaryWork, skills: ['Cantine'] } }), worker('bob')],
      rules(rule({ when: { words: ['CANTINE'] }, wants: { skills: ['cantine'] } })),
      'ana',
      ['rule:r', 'skill:cantine', 'only-one'],
    ],
    [
      'the head, only when a rule names them',
      {},
      [worker('ana', { open: 9 }), worker('chef', { instructs: false })],
      rules(),
      'ana',
      ['only-one'],
    ],
    [
      'nobody, when the department shares out by hand what no rule decided',
      {},
      three,
      Rules().parse({ rest: 'basket' }),
      null,
      ['basket'],
    ],
  ])('%s', (_title, change, workers, said, agent, why) => {
    expect(choose(facts(change), workers, said)).toEqual({ agent, why });
  });

  it('takes the team that a rule names', () => {
    const said = Rules().parse({
      rules: [rule({ wants: { teams: ['midi'] }, choice: 'in-turn' })],
      teams: [{ code: 'midi', name: 'Équipe du midi', agents: ['cleo', 'ana'] }],
    });
    const turns = three.map((one) => ({ ...one, turn: one.login === 'ana' ? 2 : 1 }));
    expect(choose(facts(), turns, said)).toEqual({
      agent: 'cleo',
      why: ['rule:r', 'team:midi', 'in-turn:2'],
    });
  });
});

const login = fc.constantFrom('aa', 'bb', 'cc', 'dd', 'ee');
const someWorkers = fc.uniqueArray(
  fc.record({
    login,
    isPresent: fc.boolean(),
    mayWork: fc.boolean(),
    instructs: fc.boolean(),
    open: fc.nat(45),
    turn: fc.nat(9),
    work: fc.record({
      skills: fc.subarray(['cantine', 'fraude']),
      languages: fc.subarray(['pt', 'ar']),
      communes: fc.subarray(['99101', '99102']),
      level: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
      share: fc.constantFrom(50, 80, 100),
      cap: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
  }),
  { selector: (one) => one.login },
);
const someRules = fc
  .array(
    fc.record({
      when: fc.record({ urgent: fc.boolean(), complexity: fc.nat(10), languages: fc.subarray(['pt', 'fr']) }),
      wants: fc.record({
        agents: fc.subarray(['aa', 'bb', 'cc']),
        skills: fc.subarray(['cantine']),
        speaksIt: fc.boolean(),
        coversIt: fc.boolean(),
      }),
      choice: fc.constantFrom('least-loaded', 'in-turn', 'most-qualified'),
      ifNobody: fc.constantFrom('next', 'basket'),
    }),
    { maxLength: 4 },
  )
  .map((some) => rules(...some.map((one, at) => ({ id: `r${at}`, name: 'Une règle', ...one }))));
const someFacts = fc
  .record({
    complexity: fc.nat(10),
    language: fc.constantFrom(null, 'pt', 'ar'),
    commune: fc.constantFrom(null, '99101', '99102'),
    urgency: fc.constantFrom<'normal' | 'high'>('normal', 'high'),
  })
  .map(facts);

describe('whatever the rules', () => {
  it('gives nothing to who is away, has no right to it or has enough, and always says why', () => {
    fc.assert(
      fc.property(someFacts, someWorkers, someRules, (asked, workers, said) => {
        const { agent, why } = choose(asked, workers, said);
        expect(why.length).toBeGreaterThan(0);
        const chosen = workers.find((one) => one.login === agent);
        if (!chosen) return agent === null;
        return chosen.isPresent && chosen.mayWork && chosen.open < capOf(chosen.work, said);
      }),
    );
  });

  it('gives the same answer to the same question, in whatever order people stand', () => {
    fc.assert(
      fc.property(someFacts, someWorkers, someRules, (asked, workers, said) => {
        expect(choose(asked, workers.toReversed(), said)).toEqual(choose(asked, workers, said));
      }),
    );
  });
});

/** Shares out some requests, one after the other. */
const shareOut = (count: number, workers: readonly Worker[], said: Rules) => {
  let roster = emptyRoster;
  const given = new Map(workers.map(({ login: name }) => [name, 0]));
  for (let at = 0; at < count; at += 1) {
    const now = workers.map((one) => ({
      ...one,
      open: one.open + (given.get(one.login) ?? 0),
      turn: Math.max(roster.clock, roster.turns[one.login] ?? 0),
    }));
    const { agent } = choose(facts(), now, said);
    if (!agent) continue;
    given.set(agent, (given.get(agent) ?? 0) + 1);
    const share = workers.find((one) => one.login === agent)?.work.share ?? 100;
    roster = served(roster, { reference: `r${at}`, agent, share }, '2026-11-23T09:00:00.000Z');
  }
  return [...given.values()];
};

describe('work is shared fairly', () => {
  it.each(['least-loaded', 'in-turn'] as const)('%s: equal requests differ by one at most', (rest) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(60), (people, count) => {
        const workers = Array.from({ length: people }, (_, at) => worker(`agent-${at}`));
        const given = shareOut(count, workers, Rules().parse({ rest, cap: 200 }));
        expect(Math.max(...given) - Math.min(...given)).toBeLessThanOrEqual(1);
        expect(given.reduce((sum, one) => sum + one, 0)).toBe(count);
      }),
    );
  });

  it.each(['least-loaded', 'in-turn'] as const)('%s: who works half the time has half as much', (rest) => {
    const half = { work: { ...ordinaryWork, share: 50 } };
    const given = shareOut(30, [worker('half', half), worker('whole')], Rules().parse({ rest, cap: 200 }));
    expect(given).toEqual([10, 20]);
  });

  it('does not load whoever comes back with all the turns they missed', () => {
    const away = { ...emptyRoster, clock: 30, turns: { ana: 30, bob: 31, cleo: 2 } };
    const agents = ['ana', 'bob', 'cleo'].map((one) => ({
      ...{ login: one, email: '', givenName: '', familyName: '', title: '' },
      ...{ roles: ['instructor' as const], departments: ['education'] },
    }));
    const workers = workersOf(agents, 'education', { roster: away, open: () => 0, today: '2026-11-23' });
    expect(workers.map(({ turn }) => turn)).toEqual([30, 31, 30]);
  });

  it('lets nobody but the named people of the cabinet have its letters', () => {
    const agents = ['named', 'other'].map((one) => ({
      ...{ login: one, email: '', givenName: '', familyName: '', title: '' },
      ...{ roles: ['instructor' as const], departments: one === 'named' ? ['cabinet'] : ['voirie'] },
    }));
    const workers = workersOf(agents, 'cabinet', {
      roster: emptyRoster,
      open: (one) => (one === 'named' ? 30 : 0),
      today: '2026-11-23',
    });
    const said = rules(rule({ wants: { agents: ['other'] } }));
    expect(choose(facts({ department: 'cabinet' }), workers, said).agent).toBe('named');
  });
});
