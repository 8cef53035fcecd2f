import { describe, expect, it } from 'vitest';
import { channelsFor, nextStop } from '../../functions/delivery/channel.ts';
import { e164, mobileOf } from '../../functions/delivery/phone.ts';
import type { Attempt, Preference, SenderRecord } from '../../functions/requests/records.ts';

const everything: SenderRecord = {
  name: 'Jeanne Martin',
  email: 'jeanne@example.org',
  phone: '06 39 98 12 34',
  address: '3 rue Haute\n99100 Val-Clair',
};
const attempt = (channel: Attempt['channel'], state: Attempt['state']): Attempt => ({
  channel,
  state,
  at: '2026-04-02T08:00:00.000Z',
  providerId: null,
});
const word = (...history: Attempt[]) => ({ kind: 'message' as const, history });
const decision = (...history: Attempt[]) => ({ kind: 'answer' as const, history });

describe('a message takes the way the person chose, then the next that works', () => {
  it.each<[Preference | undefined, string[]]>([
    [undefined, ['email', 'sms', 'letter']],
    ['email', ['email', 'sms', 'letter']],
    ['sms', ['sms', 'email', 'letter']],
    ['letter', ['letter', 'email', 'sms']],
    ['portal', ['email', 'sms', 'letter']],
  ])('%s: %j', (prefers, expected) => {
    expect(channelsFor(word(), { ...everything, prefers })).toEqual(expected);
  });

  it('notifies decisions in the portal to who agreed to it and can be told', () => {
    const person = { ...everything, prefers: 'portal' as const };
    expect(channelsFor(decision(), person)[0]).toBe('portal');
    expect(nextStop(decision(), person)).toBe('email');
    expect(nextStop(decision(attempt('email', 'failed')), person)).toBe('sms');
    expect(channelsFor(decision(), { ...person, email: null, phone: null })).toEqual(['letter']);
  });
});

describe('what gave a message back', () => {
  it.each<[string, Partial<SenderRecord>, Attempt[], string]>([
    ['nothing tried', {}, [], 'email'],
    ['mail failed', {}, [attempt('email', 'failed')], 'sms'],
    ['mail and text failed', {}, [attempt('email', 'failed'), attempt('sms', 'failed')], 'letter'],
    [
      'all three failed',
      {},
      [attempt('email', 'failed'), attempt('sms', 'failed'), attempt('letter', 'came-back')],
      'nobody',
    ],
    [
      'all three failed, then an agent sent it again',
      {},
      [attempt('email', 'failed'), attempt('letter', 'came-back'), attempt('email', 'resent')],
      'email',
    ],
    ['a frozen mail address', { frozen: { email: 'JEANNE@example.org' } }, [], 'sms'],
    ['a mended mail address', { frozen: { email: 'jean@example.org' } }, [], 'email'],
    ['a line that is no mobile', { email: null, phone: '01 99 00 20 00' }, [], 'letter'],
    ['nobody knows how', { email: null, phone: null, address: null }, [], 'letter'],
    [
      'nobody knows how any more',
      { phone: null, address: null, frozen: { email: 'jeanne@example.org' } },
      [],
      'nobody',
    ],
  ])('%s: %#', (_name, change, history, expected) => {
    expect(nextStop(word(...history), { ...everything, ...change })).toBe(expected);
  });

  it('is not what a text message about a decision does: it goes on to what proves', () => {
    const told = [attempt('email', 'failed'), attempt('sms', 'sent')];
    expect(nextStop(decision(...told), everything)).toBe('letter');
  });
});

describe('a telephone number', () => {
  it.each([
    ['06 39 98 12 34', '+33639981234'],
    ['+33 (0)6.39.98.12.34', '+33639981234'],
    ['0033 6 39 98 12 34', '+33639981234'],
    ['01-99-00-20-00', '+33199002000'],
    ['0692 12 34 56', '+262692123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0690123456', '+590690123456'],
    ['+1 202 555 0100', null],
    ['3939', null],
    ['06 39 98 12', null],
  ])('%s is %s', (written, expected) => {
    expect(e164(written)).toBe(expected);
  });

  it('takes text messages when it is a mobile of ours', () => {
    expect(mobileOf('06 39 98 12 34')).toBe('+33639981234');
    expect(mobileOf('01 99 00 20 00')).toBeNull();
    expect(mobileOf(null)).toBeNull();
  });
});
