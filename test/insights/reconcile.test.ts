import { describe, expect, it } from 'vitest';
import {
  accountFor,
  type CameIn,
  doors,
  type Entry,
  type ReconcileDeps,
  reconcile,
} from '../../functions/insights/reconcile.ts';

const at = '2026-11-22T10:00:00.000Z';
const came = (key: string): CameIn => ({ key, at });
const deps = (contact: Entry | null, requests: Record<string, string[]> = {}): ReconcileDeps => ({
  contact: async () => contact,
  takenMail: async (key) => (key === 'mail/known' ? 'c-1' : null),
  scan: async (fileId) => fileId === 'read',
  contactsOf: async (reference) => requests[reference] ?? null,
});
const opened: Entry = { id: 'c-1', state: 'opened', requestReference: 'VC-2026-000123-W' };

describe('something that came in', () => {
  it.each<[string, string, Entry | null, Record<string, string[]>, string | null]>([
    [
      'a form that became a request',
      'forms/c-1/submission.json',
      opened,
      { 'VC-2026-000123-W': ['c-1'] },
      null,
    ],
    ['a mail, or its repeat', 'mail/known', opened, { 'VC-2026-000123-W': ['c-1'] }, null],
    ['a mail that waits for an agent', 'mail/known', { id: 'c-1', state: 'waiting' }, {}, null],
    ['a mail set aside', 'mail/known', { id: 'c-1', state: 'quarantined' }, {}, null],
    ['a scan somebody reads', 'scans/read/page.pdf', null, {}, null],
    ['a mail of which nothing was made', 'mail/unknown', null, {}, 'no-entry'],
    ['a form without a contact', 'forms/c-9/submission.json', null, {}, 'no-entry'],
    ['a text that stands still', 'sms/c-1.json', { id: 'c-1', state: 'qualifying' }, {}, 'stands-still'],
    ['a request that is not there', 'forms/c-1/a', opened, {}, 'no-request'],
    [
      'a request that does not know it',
      'forms/c-1/a',
      opened,
      { 'VC-2026-000123-W': ['c-2'] },
      'not-in-request',
    ],
    ['a piece of a request', 'requests/VC-2026-000123-W/m/1', null, { 'VC-2026-000123-W': [] }, null],
    ['a scan that nobody began to read', 'scans/new/page.pdf', null, {}, 'not-read'],
  ])('%s is accounted for', async (_, key, contact, requests, why) => {
    expect((await accountFor(deps(contact, requests))(came(key)))?.why ?? null).toBe(why);
  });
});

describe('the nightly round', () => {
  const objects = Array.from({ length: 7 }, (_, index) => came(`mail/${index}`));
  const round = (hasTime = () => true, known: ReadonlySet<string> = new Set()) => ({
    list: async (door: string, after?: string) => {
      const all = objects.filter(({ key }) => key.startsWith(door) && key > (after ?? ''));
      return { objects: all.slice(0, 3), next: all.length > 3 ? (all[2]?.key ?? null) : null };
    },
    dropped: async () => [came('scans/forgotten.pdf')],
    account: async (one: CameIn) => (known.has(one.key) ? null : { ...one, why: 'no-entry' as const }),
    now: () => Date.parse('2026-11-23T03:10:00.000Z'),
    hasTime,
  });
  const start = { since: '2026-11-20T00:00:00.000Z', after: null, before: [] };

  it('looks at every object of every door once, and at scans that lie in the drop', async () => {
    const { checked, lost, next } = await reconcile(round(), start);
    expect({ checked, next }).toEqual({ checked: 7, next: null });
    expect(lost.map(({ why }) => why).sort()).toEqual(
      ['no-entry', 'not-taken'].flatMap((why) => (why === 'no-entry' ? Array(7).fill(why) : [why])),
    );
  });
  it('goes on where its time was over', async () => {
    const found: string[] = [];
    let after: string | null = null;
    for (let night = 0; night < 9; night += 1) {
      const { lost, next } = await reconcile(
        round(() => false),
        { ...start, after },
      );
      found.push(...lost.filter(({ why }) => why === 'no-entry').map(({ key }) => key));
      after = next;
      if (!next) break;
    }
    expect(new Set(found)).toEqual(new Set(objects.map(({ key }) => key)));
    expect(doors.some((door) => after?.startsWith(door)) || after === null).toBe(true);
  });
  it('asks again about what did not add up, until it does', async () => {
    const before = [came('mail/old')];
    const again = await reconcile(round(), { ...start, before });
    expect(again.lost.map(({ key }) => key)).toContain('mail/old');
    const mended = await reconcile(
      round(() => true, new Set(['mail/old'])),
      { ...start, before },
    );
    expect(mended.lost.map(({ key }) => key)).not.toContain('mail/old');
  });
  it('leaves alone what came in within the hour', async () => {
    const now = () => Date.parse(at) + 60_000;
    expect((await reconcile({ ...round(), now }, start)).checked).toBe(0);
  });
});
