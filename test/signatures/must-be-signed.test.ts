import { describe, expect, it } from 'vitest';
import type { Request } from '../../functions/requests/request.ts';
import {
  type Decision,
  decisionOf,
  isNamed,
  lacksSignature,
  leavesUnsigned,
  mayBeBare,
  mustBeSigned,
} from '../../functions/signatures/must-be-signed.ts';

type Channel = Request['channel'];
const lodged = (channel: Channel, portalConsent = false) => ({ channel, portalConsent });
const elsewhere: Channel[] = ['mail', 'scan', 'phone', 'counter', 'sms', 'hubee'];

describe('who must sign what leaves (CRPA L212-1, L212-2)', () => {
  it.each<[decision: Decision, isNamed: boolean, channel: Channel, consents: boolean, signed: boolean]>([
    [null, true, 'scan', false, false],
    [null, false, 'mail', false, false],
    [null, true, 'form', true, false],
    ['granted', true, 'form', false, false],
    ['granted', true, 'form', true, false],
    ['granted', true, 'scan', true, false],
    ['granted', false, 'form', true, true],
    ['granted', true, 'scan', false, true],
    ['granted', true, 'mail', false, true],
    ['refused', true, 'form', true, true],
    ['refused', true, 'form', false, true],
    ['refused', true, 'scan', false, true],
  ])(
    '%s, author named %s, by %s with consent %s: a signature is needed, %s',
    (decision, named, channel, consents, signed) => {
      expect(mustBeSigned({ decision, isNamed: named }, lodged(channel, consents))).toBe(signed);
    },
  );
  it('is asked of every way in but the teleservice, unless the person consents to it', () => {
    const granted = { decision: 'granted' as const, isNamed: true };
    for (const channel of elsewhere) {
      expect(mustBeSigned(granted, lodged(channel)), channel).toBe(true);
      expect(mustBeSigned(granted, lodged(channel, true)), channel).toBe(false);
      expect(mayBeBare(lodged(channel, true)), channel).toBe(false);
    }
  });
  it('wants first name, name, quality and service', () => {
    const author = { givenName: 'Paul', familyName: 'Girard', title: 'Gestionnaire' };
    expect(isNamed(author, { name: 'Etat civil' })).toBe(true);
    for (const part of ['givenName', 'familyName', 'title'] as const)
      expect(isNamed({ ...author, [part]: ' ' }, { name: 'Etat civil' }), part).toBe(false);
    expect(isNamed(author, null)).toBe(false);
  });
});

describe('what a letter decides', () => {
  const template = (
    kind: 'decision' | 'information' | 'reminder',
    outcome: 'granted' | 'refused' | 'answered',
  ) => ({
    kind,
    outcome,
  });
  it.each([
    ['answered', null, null],
    ['answered', template('information', 'answered'), null],
    ['answered', template('reminder', 'answered'), null],
    ['answered', template('decision', 'answered'), 'granted'],
    ['answered', template('decision', 'granted'), 'granted'],
    ['answered', template('decision', 'refused'), 'refused'],
    ['granted', template('information', 'answered'), 'granted'],
    ['granted', template('decision', 'refused'), 'refused'],
    ['refused', null, 'refused'],
    ['refused', template('information', 'answered'), 'refused'],
  ] as const)('%s from %o is %s', (outcome, from, decision) => {
    expect(decisionOf(outcome, from)).toBe(decision);
  });
});

describe('the last look', () => {
  const visa = [{ kind: 'visa' }];
  const signed = [{ kind: 'visa' }, { kind: 'signature' }];
  const seal = { mode: 'seal' as const };
  it.each([
    [
      'a grant with visas alone, by post',
      { outcome: 'granted', circuit: visa, ...seal },
      lodged('scan'),
      true,
    ],
    [
      'a grant that was signed, by post',
      { outcome: 'granted', circuit: signed, ...seal },
      lodged('scan'),
      false,
    ],
    [
      'a grant with visas alone, by the form',
      { outcome: 'granted', circuit: visa, ...seal },
      lodged('form'),
      false,
    ],
    [
      'a refusal with visas alone, by the form',
      { outcome: 'refused', circuit: visa, ...seal },
      lodged('form', true),
      true,
    ],
    [
      'a bare grant once the portal is given up',
      { outcome: 'granted', circuit: [], mode: 'unsigned' },
      lodged('form'),
      true,
    ],
    [
      'a bare grant in the portal',
      { outcome: 'granted', circuit: [], mode: 'unsigned' },
      lodged('form', true),
      false,
    ],
    ['a bare refusal', { outcome: 'refused', circuit: [], mode: 'unsigned' }, lodged('form', true), true],
    ['bare information', { outcome: 'answered', circuit: [], mode: 'unsigned' }, lodged('scan'), false],
    [
      'a template that decides',
      { outcome: 'answered', decision: 'granted', circuit: [], ...seal },
      lodged('scan'),
      true,
    ],
  ] as const)('at %s: something lacks, %s', (_what, letter, request, lacks) => {
    expect(lacksSignature(letter, request)).toBe(lacks);
  });
  it('lets into the journal a decision that the book sealed, or one by the teleservice', () => {
    const answer = { messageId: 'l', outcome: 'granted' as const };
    const letter = { letterId: 'l', state: 'sealed' } as Request['letter'];
    expect(leavesUnsigned({ ...lodged('scan'), letter: null }, answer)).toBe(true);
    expect(leavesUnsigned({ ...lodged('scan'), letter }, answer)).toBe(false);
    expect(leavesUnsigned({ ...lodged('scan'), letter }, { ...answer, messageId: 'other' })).toBe(true);
    expect(leavesUnsigned({ ...lodged('form'), letter: null }, answer)).toBe(false);
    expect(leavesUnsigned({ ...lodged('form'), letter: null }, { ...answer, outcome: 'refused' })).toBe(true);
    expect(leavesUnsigned({ ...lodged('scan'), letter: null }, { ...answer, outcome: 'answered' })).toBe(
      false,
    );
  });
});
