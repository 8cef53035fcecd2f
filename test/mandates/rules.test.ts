import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayActIn, scopeOf, within } from '../../functions/agents/acting.ts';
import { type ActingFor, type Citizen, type Scope, scopes } from '../../functions/agents/caller.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import { endCode, offeredBy, offerSecret, readEndCode, saysEnd } from '../../functions/mandates/code.ts';
import { endOf } from '../../functions/mandates/make.ts';
import { type KnownWay, ownWayOf } from '../../functions/mandates/own-way.ts';
import { operations } from '../../functions/settings/operations.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const helper: Citizen = {
  ...{ account: 'a-camille', person: 'p-camille', givenName: 'Camille', familyName: 'Durand' },
  ...{ email: 'camille@example.org', by: 'code' },
};
const acting = (scope: Scope[]): Citizen & { actingFor: ActingFor } => ({
  ...helper,
  actingFor: { mandate: 'm-1', account: 'a-odile', person: 'p-odile', name: 'Odile', scope },
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof Refusal ? error.code : 'fault';
  }
};
const forCitizens = operations.map(([, one]) => one).filter(({ roles }) => roles.includes('citizen'));
const sign = signer('a pepper of the tests', 'mandate');

describe('a helper does what the mandate names, and nothing else', () => {
  it('opens no operation but those that are listed, each under one part of a mandate', () => {
    const closed = forCitizens
      .filter((one) => scopeOf(one) === null)
      .map(({ method, path }) => `${method} ${path}`);
    expect(forCitizens.length - closed.length).toBe(46);
    // What stays the person's own: who they are, how they sign in and are written to, what is given away or deleted.
    for (const part of ['account', 'passkeys', 'security', 'mandates', 'shares', 'archive', 'data'])
      for (const { method, path } of forCitizens.filter((one) => one.path.includes(`/${part}`)))
        expect(closed).toContain(`${method} ${path}`);
    for (const each of [
      'DELETE /api/citizen/safe/{id}',
      'POST /api/public/requests/{reference}/delivery',
      'DELETE /api/citizen/requests/{reference}',
      'POST /api/public/cosignatures',
    ])
      expect(closed).toContain(each);
  });

  it('refuses every operation outside of its parts, whatever the parts are', () => {
    fc.assert(
      fc.property(fc.subarray([...scopes]), fc.constantFrom(...forCitizens), (scope, operation) => {
        const wanted = scopeOf(operation);
        const isAlways = ['/api/citizen/me', '/api/citizen/acting'].includes(operation.path);
        const expected = isAlways || (wanted && scope.includes(wanted)) ? 'done' : 'not-in-mandate';
        expect(codeOf(() => within(acting(scope), operation))).toBe(expected);
        expect(codeOf(() => within(helper, operation))).toBe('done');
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('does for nobody what was typed for somebody else in another tab', () => {
    const form = { method: 'POST', path: '/api/public/forms' };
    const back = { method: 'POST', path: '/api/citizen/acting' };
    const citizen = acting(['requests']);
    const { mandate } = citizen.actingFor;
    const said = (who: Citizen, meant?: string) => codeOf(() => within(who, form, meant));
    expect([said(citizen, mandate), said(helper, 'self'), said(citizen), said(helper)]).toEqual(
      Array(4).fill('done'),
    );
    expect([said(citizen, 'self'), said(helper, mandate), said(citizen, 'm-other')]).toEqual(
      Array(3).fill('other-person-now'),
    );
    expect(codeOf(() => within(citizen, back, 'self'))).toBe('done');
  });

  it('does nothing once it is over, not even in their own name', () => {
    const over = acting([]);
    const citizen: Citizen = { ...over, actingFor: { ...over.actingFor, isOver: true } };
    const form = { method: 'POST', path: '/api/public/forms' };
    expect(codeOf(() => within(citizen, form))).toBe('mandate-over');
    expect(mayActIn(citizen, 'requests')).toBe(false);
    expect(codeOf(() => within(citizen, { method: 'POST', path: '/api/citizen/acting' }))).toBe('done');
  });
});

const way = (
  kind: KnownWay['kind'],
  to: string,
  source: KnownWay['source'] = 'declared',
  by = 'citizen',
) => ({
  ...{ kind, to, source, by },
});
const mine = way('mail', 'odile@example.org', 'checked');
const home = way('letter', '3 rue du Moulin\n99130 Lanterolles');
const camille = { addresses: ['camille@example.org', '+33639981234'], by: '' };
const desk = { addresses: [], by: 'agent:nadia' };

describe('the person is told by what their helper does not control', () => {
  it.each([
    ['their proved mailbox', [home, mine], camille, mine.to],
    ['their proved number', [home, way('text', '+33639985555', 'checked')], camille, '+33639985555'],
    [
      'the post, when the mailbox is the helper’s',
      [way('mail', 'camille@example.org', 'checked'), home],
      camille,
      home.to,
    ],
    [
      'the post, when the number is the helper’s',
      [way('text', '+33639981234', 'checked'), home],
      camille,
      home.to,
    ],
    ['the post, before what is only declared', [way('mail', 'o@example.org'), home], camille, home.to],
    [
      'what they declared, when nothing else is known',
      [way('mail', 'o@example.org')],
      camille,
      'o@example.org',
    ],
    [
      'the post, before a mailbox that the agent who helps wrote down',
      [
        way('mail', 'x@example.org', 'declared', 'agent:nadia'),
        way('letter', 'Ici', 'declared', 'agent:nadia'),
      ],
      desk,
      'Ici',
    ],
    [
      'the address that somebody else wrote down, before the one the agent who helps did',
      [way('letter', 'Ici', 'declared', 'agent:nadia'), way('letter', 'Là', 'read', 'auto')],
      desk,
      'Là',
    ],
  ] as const)('by %s', (_, known, reach, expected) => {
    expect(ownWayOf(known, reach).to).toBe(expected);
  });
  it.each([
    ['nothing is known', [], camille],
    ['all that is known is the helper’s', [way('mail', 'camille@example.org', 'checked')], camille],
    ['the agent who helps wrote it down', [way('mail', 'x@example.org', 'declared', 'agent:nadia')], desk],
  ] as const)('or nobody acts for them: %s', (_, known, reach) => {
    expect(codeOf(() => ownWayOf(known, reach))).toBe('no-own-channel');
  });
  it('never by an address of the helper, whatever is known', () => {
    const known = fc.record({
      kind: fc.constantFrom('mail' as const, 'text' as const),
      to: fc.constantFrom(...camille.addresses, 'odile@example.org', '+33600000009'),
      source: fc.constantFrom('read' as const, 'declared' as const, 'checked' as const, 'certified' as const),
      by: fc.constantFrom('citizen', 'auto', 'agent:nadia'),
    });
    fc.assert(
      fc.property(fc.array(known, { maxLength: 6 }), (ways) => {
        if (codeOf(() => ownWayOf(ways, camille)) === 'done')
          expect(camille.addresses).not.toContain(ownWayOf(ways, camille).to);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('one word ends it', () => {
  it.each([
    'RÉVOQUER',
    'revoquer',
    ' Révoquer. ',
    'Révocation',
    'REVOQUER\n\nLe 22 nov. Val-Clair a écrit :\n> …',
    'Revoke.',
  ])('as people write it: %j', (text) => expect(saysEnd(text)).toBe(true));
  it.each(['Je ne veux pas révoquer', 'STOP', '', 'Bonjour,\nRÉVOQUER', 'révoquer mon permis'])(
    'not by chance: %j',
    (text) => expect(saysEnd(text)).toBe(false),
  );
  it('reads the code of a letter however it is typed, and nothing that only looks like one', () => {
    const code = endCode('3f2b', sign);
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(readEndCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
    expect(readEndCode('KXWM4-7RTP')).toBeNull();
  });
  it('takes an offer by the secret of its own mail only', () => {
    const secret = offerSecret('m-1', sign);
    expect(offeredBy(secret, sign)).toBe('m-1');
    expect(offeredBy(secret.replace('m-1', 'm-2'), sign)).toBeNull();
    expect(offeredBy('m-1.', sign)).toBeNull();
  });
  it('is good until the end of its last day, where the authority is', () => {
    expect(endOf('2026-11-23', 'Europe/Paris')).toBe('2026-11-23T23:00:00.000Z');
    expect(endOf('2026-07-01', 'Indian/Reunion')).toBe('2026-07-01T20:00:00.000Z');
    expect(endOf('2026-03-28', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
  });
});
