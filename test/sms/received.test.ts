import { describe, expect, it } from 'vitest';
import { answerCode, codesIn } from '../../functions/sms/answer-code.ts';
import { commandOf } from '../../functions/sms/command.ts';
import { decideText } from '../../functions/sms/decide-text.ts';

describe('who wants no more texts is understood, and who speaks of a stop is read', () => {
  it.each([
    'STOP',
    'stop',
    'Stop.',
    'ARRÊT',
    'arret sms',
    'STOP SMS svp',
    'Stop merci',
    'STOP 36111',
    'OPT-OUT',
  ])('%s stops', (text) => expect(commandOf(text)).toBe('stop'));
  it.each(['START', 'reprise sms', 'Start svp'])('%s starts again', (text) =>
    expect(commandOf(text)).toBe('start'),
  );
  it.each([
    'Arrêt de bus cassé rue des Lilas',
    'Stop aux travaux de nuit',
    'Le panneau STOP est tombé',
    'fin des travaux quand ?',
    'K482 stop je viens jeudi',
    'oui',
    '',
  ])('"%s" is a message', (text) => expect(commandOf(text)).toBeNull());
});

describe('a code is found however it is typed', () => {
  it.each([
    ['K482 oui', ['K482']],
    ['k 482, d’accord', ['K482']],
    ['Code:K-482. et A001', ['K482', 'A001']],
    ['VC-2026-000123-W', []],
    ['99100 Val-Clair, le 12/11 à 10h30', []],
    ['éK482', []],
  ])('%s', (text, codes) => expect(codesIn(text)).toEqual(codes));

  it('has one letter and three digits, whatever the chance', () => {
    for (const bytes of [
      [0, 0, 0],
      [255, 255, 255],
      [1, 2, 3],
    ])
      expect(codesIn(answerCode(Uint8Array.from(bytes)))).toHaveLength(1);
  });
});

const from = '+33639980012';
const one = 'VC-2026-000123-W';
const two = 'VC-2026-000001-P';
const awaited = (code: string, reference: string, until = '2026-12-01T00:00:00.000Z') => ({
  ...{ code, reference, until, messageId: 'm', at: '2026-11-01T00:00:00.000Z' },
});
const mine = { reference: one, state: 'in-progress' as const, phone: '06 39 98 00 12' };
const decide = (
  text: string,
  candidates = [mine] as Parameters<typeof decideText>[2],
  awaiting = [awaited('K482', one), awaited('B111', two)],
) =>
  decideText(
    { ...{ from, text }, at: '2026-11-22T10:00:00.000Z', prefix: 'VC' },
    { awaited: awaiting, requests: [], optOut: null },
    candidates,
  );

describe('a text joins on its code and its number, and on nothing less', () => {
  it('joins with both', () => {
    expect(decide('k482 oui jeudi')).toEqual({
      kind: 'join',
      reference: one,
      proofs: ['sms-code', 'known-number'],
    });
  });

  it.each<[string, string, Parameters<typeof decide>[1], Parameters<typeof decide>[2], string[]]>([
    ['the number alone', 'oui jeudi', undefined, undefined, ['known-number']],
    [
      'a code that has run out',
      'K482',
      undefined,
      [awaited('K482', one, '2026-11-02T00:00:00.000Z')],
      ['known-number'],
    ],
    ['a code of nobody', 'K483 oui', undefined, undefined, ['known-number']],
    [
      'a number that changed',
      'K482',
      [{ ...mine, phone: '06 39 98 00 99' }],
      undefined,
      ['sms-code', 'unknown-number'],
    ],
    [
      'a request that is over',
      'K482',
      [{ ...mine, state: 'closed' }],
      undefined,
      ['sms-code', 'known-number', 'request-over'],
    ],
    ['a reference without a code', `${one} oui`, undefined, undefined, ['reference', 'known-number']],
    ['codes tried one after another', 'K481 K482 K483 K484', undefined, undefined, ['known-number']],
    [
      'a code of one and the reference of another',
      `K482 ${two}`,
      undefined,
      undefined,
      ['sms-code', 'known-number'],
    ],
  ])('%s is for a person', (_why, text, candidates, awaiting, reasons) => {
    const found = decide(text, candidates, awaiting);
    expect(found).toEqual({ kind: 'suggest', suggested: [{ reference: one, reasons }] });
  });

  it('is for a person when it repeats the codes of two requests', () => {
    const found = decide('K482 et B111', [mine, { ...mine, reference: two }]);
    expect(found).toMatchObject({ kind: 'suggest' });
    expect(JSON.stringify(found)).toContain('several-requests');
  });

  it('belongs to nothing when nobody knows the number', () => {
    expect(decide('Bonjour', [], [])).toEqual({ kind: 'none' });
  });
});
