import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldCall } from '../../functions/telephony/call.ts';
import { type Known, withNews } from '../../functions/telephony/call-news.ts';
import { newsOfEvent, newsOfRecord, numberOf } from '../../functions/telephony/read-connect.ts';
import { eventsOf, recordOf, type ToldCall } from '../support/calls.ts';

const answered: ToldCall = {
  contactId: '11111111-2222-4333-8444-000000000001',
  number: '+33639980012',
  startedAt: '2026-11-23T08:31:10.250Z',
  ...{ topic: 'etat-civil', group: 'accueil', wait: 42, talk: 180 },
};
const abandoned: ToldCall = { ...answered, contactId: '11111111-2222-4333-8444-000000000002', talk: null };

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
const told = (events: readonly unknown[]) =>
  foldCall(
    events.reduce((kept: Known, event) => withNews(kept, [newsOfEvent(event)?.news ?? []].flat()), {}),
  );

describe('a call is the same whatever the order its events come in', () => {
  it.each([
    ['answered', answered],
    ['abandoned in the queue', abandoned],
  ])('in all orders, %s', (_name, call) => {
    const orders = permutations(eventsOf(call));
    expect(orders).toHaveLength(call.talk === null ? 6 : 24);
    const first = told(eventsOf(call));
    for (const order of orders) expect(told(order)).toEqual(first);
  });

  it('with repeats, records among the events, and what an agent typed', () => {
    const news = [
      ...[...eventsOf(answered), ...eventsOf(answered)].flatMap((event) => newsOfEvent(event)?.news ?? []),
      ...[newsOfRecord(recordOf(answered))?.news ?? []].flat(),
      { kind: 'typed', at: '2026-11-23T08:40:00.000Z', topic: 'voirie', disposition: 'informed' } as const,
      { kind: 'flow', at: '2026-11-23T08:31:11.000Z', number: '+33639980012' } as const,
    ];
    const whole = foldCall(withNews({}, news));
    expect(whole).toMatchObject({ topic: 'voirie', agent: 'nadia.benali', outcome: 'answered' });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(news, { minLength: news.length, maxLength: news.length }),
        fc.array(fc.nat(news.length - 1), { maxLength: 12 }),
        (order, repeats) => {
          const all = [...order, ...repeats.flatMap((at) => news[at] ?? [])];
          expect(foldCall(all.reduce((kept: Known, one) => withNews(kept, [one]), {}))).toEqual(whole);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('what is kept of a call', () => {
  it('says the wait from the queue, the talk, who answered and on what', () => {
    expect(told(eventsOf(answered))).toMatchObject({
      ...{ number: '+33639980012', waitSeconds: 42, talkSeconds: 180, outcome: 'answered' },
      ...{ topic: 'etat-civil', group: 'accueil', agent: 'nadia.benali' },
      startedAt: '2026-11-23T08:31:10.250Z',
    });
  });

  it('knows a caller who hung up in the menu by the record alone', () => {
    const record = { ...recordOf(abandoned), Queue: null, Attributes: {} };
    const call = foldCall(withNews({}, [newsOfRecord(record)?.news ?? []].flat()));
    expect(call).toMatchObject({
      outcome: 'abandoned',
      number: '+33639980012',
      waitSeconds: null,
      group: null,
    });
  });

  it('tells a call that was cut off from one that the caller gave up', () => {
    const cut = { ...recordOf(abandoned), DisconnectReason: 'TELECOM_PROBLEM' };
    expect(foldCall(withNews({}, [newsOfRecord(cut)?.news ?? []].flat()))?.outcome).toBe('missed');
  });

  it('keeps a transferred call as one, until its last leg ends', () => {
    const [, , , leg] = eventsOf({ ...answered, contactId: 'leg', talk: 400, agent: 'paul.girard' });
    const transferred = {
      ...leg,
      detail: { ...leg?.detail, initiationMethod: 'TRANSFER', initialContactId: answered.contactId },
    };
    const about = newsOfEvent(transferred);
    expect(about?.contactId).toBe(`call-${answered.contactId}`);
    expect(told([transferred, ...eventsOf(answered)])).toMatchObject({
      ...{ startedAt: answered.startedAt, talkSeconds: 400, direction: 'inbound' },
    });
  });

  it('takes no instant that cannot be: nothing later would ever settle its call-back', () => {
    const [event] = eventsOf(answered);
    const as = (time: string, at: string) =>
      newsOfEvent({ ...event, time, detail: { ...event?.detail, initiationTimestamp: at } })?.news;
    expect(as('2026-11-23T08:31:10Z', '9999-12-31T00:00:00Z')?.startedAt).toBe('2026-11-23T08:31:10.000Z');
    expect(as('0001-01-01T00:00:00Z', answered.startedAt)?.at).toBe(answered.startedAt);
    expect(as('no instant', '+275760-09-13T00:00:00Z')?.startedAt).toBe('');
  });

  it('leaves chats, monitors and unknown kinds alone, and refuses what is no contact event', () => {
    const [event] = eventsOf(answered);
    const as = (detail: object) => newsOfEvent({ ...event, detail: { ...event?.detail, ...detail } });
    expect(as({ channel: 'CHAT' })).toBeNull();
    expect(as({ initiationMethod: 'MONITOR' })).toBeNull();
    expect(as({ eventType: 'CONTACT_DATA_UPDATED' })).toBeNull();
    expect(() => newsOfEvent({ detail: {} })).toThrow('unknown-contact-event');
  });
});

it.each([
  ['+33639980012', '+33639980012'],
  ['0639980012', '+33639980012'],
  ['06 39 98 00 12', '+33639980012'],
  ['sip:+442079460000', '+442079460000'],
  ['anonymous', undefined],
  ['', undefined],
  ['3919', undefined],
])('reads the number %s', (written, number) => expect(numberOf(written)).toBe(number));
