import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  concerns,
  newAlert,
  rewrite,
  schedule,
  takeBack,
  weekOf,
  went,
} from '../../functions/subscriptions/alert.ts';
import { openedBy, secretOf, subscriberId } from '../../functions/subscriptions/link.ts';
import {
  addressOf,
  ask,
  choose,
  confirm,
  end,
  masked,
  newSubscriber,
} from '../../functions/subscriptions/subscriber.ts';

const sign = (text: string) => createHmac('sha256', 'pepper').update(text).digest('hex');
const at = '2026-11-22T10:00:00.000Z';
const choice = { themes: ['travaux'], communes: [] };
const draft = { theme: 'travaux', communes: [], title: 'Pont', text: 'Fermé', sms: '', isUrgent: false };

describe('a subscription', () => {
  const asked = ask(newSubscriber('s1', 'mail', 'ada@example.org'), choice, at);
  it('holds nothing before the mailbox itself has said yes', () => {
    expect(asked.choice).toBeNull();
    expect(confirm(asked, at)).toMatchObject({ choice, asked: null, consentAt: at });
  });
  it('goes on as it was while somebody else asks something for the same address', () => {
    const again = ask(confirm(asked, at), { themes: ['eau'], communes: [] }, at);
    expect(again.choice).toEqual(choice);
  });
  it('is confirmed once, however often the link is followed', () => {
    const confirmed = confirm(asked, at);
    expect(confirm(confirmed, at)).toBe(confirmed);
  });
  it('ends when nothing is chosen, and forgets the consent', () => {
    const ended = choose(confirm(asked, at), { themes: [], communes: [] }, at);
    expect(ended).toMatchObject({ choice: null, consentAt: null, ended: { why: 'asked' } });
    expect(end(ended, 'one-click', at)).toBe(ended);
  });
  it.each([
    ['mail', ' Ada@Example.org ', 'ada@example.org'],
    ['mail', 'ada@example', null],
    ['sms', '06 12 34 56 78', '+33612345678'],
    ['sms', '05 61 00 00 00', null],
  ] as const)('takes %s %s as %s', (channel, written, kept) => {
    expect(addressOf(channel, written)).toBe(kept);
  });
  it('shows one’s own address without telling it to others', () => {
    expect(masked({ channel: 'mail', address: 'ada@example.org' })).toBe('a•••@example.org');
    expect(masked({ channel: 'sms', address: '+33612345678' })).not.toContain('345');
  });
});

describe('a link', () => {
  const id = subscriberId('mail', 'ada@example.org', sign);
  it('opens only what it was made for: the one in a header ends and shows nothing', () => {
    const stop = secretOf(id, 'stop', sign);
    expect(openedBy(stop, 'stop', sign)).toBe(id);
    expect(openedBy(stop, 'manage', sign)).toBeNull();
    expect(openedBy(`${stop.slice(0, -1)}0x`, 'stop', sign)).toBeNull();
  });
  it('says nothing of the address', () => {
    expect(id).toMatch(/^s[0-9a-f]{24}$/);
  });
});

describe('an alert', () => {
  const alert = newAlert(draft, 'a1', 'agent:admin', at);
  it.each([
    [[], [], true],
    [[], ['99101'], true],
    [['99101'], [], true],
    [['99101'], ['99102', '99101'], true],
    [['99101'], ['99102'], false],
  ])('of communes %j meets somebody of %j: %s', (told, chosen, meets) => {
    expect(concerns({ communes: told }, chosen)).toBe(meets);
  });
  it('is not rewritten once it was decided, and comes back before the first person was told', () => {
    const decided = schedule(alert, at, 'agent:admin');
    expect(() => rewrite(decided, draft)).toThrow('not-allowed-in-state');
    expect(takeBack(decided)).toMatchObject({ state: 'draft', sendAt: null });
    const begun = went(decided, { sent: 1, kept: 0, spared: 0, failed: 0 }, 's1', at);
    expect(begun).toMatchObject({ state: 'sending', counts: { sent: 1 } });
    expect(() => takeBack(begun)).toThrow('too-late-to-take-back');
  });
  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2026-01-01', '2025-12-29'],
  ])('of %s counts in the week of Monday %s', (day, monday) => {
    expect(weekOf(day)).toBe(monday);
  });
});
