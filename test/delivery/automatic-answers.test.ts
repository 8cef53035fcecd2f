import { describe, expect, it } from 'vitest';
import { type Answers, allowance, noAnswers } from '../../functions/delivery/automatic-answers.ts';

const start = Date.UTC(2026, 10, 20, 8);
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
/** Asks, one mail after another, each in a thread of its own unless said; gives what was answered. */
const told = (mails: { minute: number; thread?: string; reference?: string }[]) => {
  let address: Answers = noAnswers;
  const threads = new Map<string, Answers>();
  return mails.map(({ minute, thread = String(minute), reference = `r-${minute}` }) => {
    const known = { address, thread: threads.get(thread) ?? noAnswers };
    const found = allowance(known, { now: at(minute), reference });
    address = found.next.address;
    threads.set(thread, found.next.thread);
    return found.allowed ? 'answered' : found.reason;
  });
};

describe('mails are answered by ourselves', () => {
  it('three times a day for one address, and again a day after the first', () => {
    const mails = [0, 10, 20, 30, 24 * 60 + 1].map((minute) => ({ minute }));
    expect(told(mails)).toEqual(['answered', 'answered', 'answered', 'address-day', 'answered']);
  });

  it('once an hour in one conversation, whatever the address', () => {
    const thread = 'root@m.example';
    expect(told([0, 30, 61].map((minute) => ({ minute, thread })))).toEqual([
      'answered',
      'thread-hour',
      'answered',
    ]);
  });

  it('twice for one request: a first receipt, then the whole acknowledgement', () => {
    const mails = [0, 1].map((minute) => ({ minute, thread: 'root@m.example', reference: 'r-1' }));
    expect(told(mails)).toEqual(['answered', 'answered']);
  });

  it('what is kept back is told when it may leave, and counts once however often it is looked at', () => {
    const known = { address: noAnswers, thread: noAnswers };
    let address = known.address;
    for (const minute of [0, 1, 2])
      address = allowance({ address, thread: noAnswers }, { now: at(minute), reference: `r-${minute}` }).next
        .address;
    const first = allowance({ address, thread: noAnswers }, { now: at(3), reference: 'r-3' });
    expect(first).toMatchObject({ allowed: false, reason: 'address-day', until: at(24 * 60) });
    const again = allowance(
      { address: first.next.address, thread: noAnswers },
      { now: at(9), reference: 'r-3' },
    );
    expect(again.next.address.capped).toHaveLength(1);
  });
});

describe('two machines that answer each other', () => {
  it('stop by themselves: a person who writes twice a day never does', () => {
    const day = 24 * 60;
    const machine = told([0, 1, 2, 3, day + 3, day + 4, day + 5, day + 6].map((minute) => ({ minute })));
    expect(machine.filter((one) => one === 'answered')).toHaveLength(6);
    expect(machine.at(3)).toBe('address-day');
    expect(machine.at(-1)).toBe('loop');
    const person = told([0, 300, day, day + 300, 2 * day, 2 * day + 300].map((minute) => ({ minute })));
    expect(new Set(person)).toEqual(new Set(['answered']));
  });

  it('are told from a person by as many mails at once, too', () => {
    const burst = told(Array.from({ length: 12 }, (_, minute) => ({ minute })));
    expect(burst.filter((one) => one === 'answered')).toHaveLength(3);
    expect(burst.at(-1)).toBe('loop');
  });
});
