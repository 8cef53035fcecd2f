import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawal } from '../../functions/documents/filing/withdraw.ts';
import { type ContactHeader, listKeys } from '../../functions/intake/contact-items.ts';
import { settleWait } from '../../functions/qualification/wait-for-agent.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

let letter: ContactHeader | null;
let said: string[];
const header = async () => {
  if (!letter) throw new Refusal('not-found');
  return letter;
};
const { withdraw, isWithdrawn } = withdrawal({
  header,
  update: async (known, changes, _now, events) => {
    letter = { ...known, ...changes };
    said.push(...events.map(({ type }) => type));
  },
  now: () => '2026-11-22T15:00:00.000Z',
});
beforeEach(() => {
  said = [];
  const evidence = [{ bucket: 'evidence', key: 'scans/f/lundi.pdf' }];
  letter = { id: 'c', channel: 'scan', state: 'waiting', version: 3, evidence } as unknown as ContactHeader;
});

describe('a letter that has no page left', () => {
  it('leaves the list of what waits once, ends the wait of its machine and keeps what it was made of', async () => {
    for (const _twice of [1, 2]) await withdraw('c');
    expect(said).toEqual(['contact-decided']);
    expect(letter).toMatchObject({ state: 'refused', evidence: [{ key: 'scans/f/lundi.pdf' }] });
    expect(listKeys(letter as ContactHeader)).not.toMatchObject({ gsi1pk: 'STATE#waiting' });
    expect(await isWithdrawn('c')).toBe(true);
    const told: unknown[] = [];
    const succeed = async (_token: string, outcome: unknown) => void told.push(outcome);
    await settleWait({ header, readToken: async () => 't', succeed } as never)('c');
    expect(told).toEqual([{ kind: 'withdraw', by: 'auto' }]);
  });

  it.each(['opened', 'joined'] as const)('stays when it was %s meanwhile', async (state) => {
    letter = { ...(letter as ContactHeader), state };
    await withdraw('c');
    expect([letter.state, said]).toEqual([state, []]);
  });

  it('needs nothing when it was never made', async () => {
    letter = null;
    await withdraw('c');
    expect([said, await isWithdrawn('c')]).toEqual([[], false]);
  });
});
