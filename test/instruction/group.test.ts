import { describe, expect, it } from 'vitest';
import { joinGroup } from '../../functions/instruction/group.ts';
import type { Change } from '../../functions/requests/append.ts';
import { aRequest } from '../support/instruction-situation.ts';

const lead = 'VC-2026-000001-P';
const late = 'VC-2026-000123-W';
const message = { id: 'm1', from: 'authority', kind: 'answer', text: 'Le réseau sera rétabli ce soir.' };
const answered = {
  messageId: 'm1',
  outcome: 'answered',
  decidedAt: '',
  sentAt: '',
  isImplicit: false,
} as const;
type Over = { state?: string; answer?: object | null; letter?: object | null; department?: string };

/** Puts a request under a lead as it is, and gives what is written. */
const group = async (leads: Over, own: Over = {}): Promise<Change> => {
  let written: Change | null = null;
  const held = (reference: string, over: Over) =>
    ({
      request: aRequest({ reference, department: 'voirie', state: 'in-progress', ...over } as never),
      ...{ card: { subject: 'Plus d’eau', sender: 'Paul' }, messages: reference === lead ? [message] : [] },
      ...{ members: [], content: { given: {} }, events: [] },
    }) as never;
  const load = async (reference: string) => held(reference, reference === lead ? leads : own);
  const join = joinGroup({
    ...{ load, newSalt: () => 'salt', derivedId: (...parts: string[]) => parts.join('-'), hash: String },
    ...{ now: () => '2026-11-20T09:00:00.000Z', dayIn: () => '2026-11-20', procedure: async () => null },
    authority: async () => ({ prefix: 'VC', timeZone: 'Europe/Paris' }) as never,
    append: async (_reference: string, _key: unknown, ask: (current: never) => Promise<Change>) => {
      written = await ask((await load(late)) as never);
      return { request: aRequest({ reference: late }), repeated: false };
    },
    publicUrl: '',
  } as never);
  const agent = { login: 'samira', roles: ['instructor'], departments: ['voirie'] };
  await join(
    { params: { reference: late }, headers: { 'idempotency-key': 'k' }, body: { lead } } as never,
    { kind: 'agent', agent } as never,
  );
  return written as unknown as Change;
};

describe('one answer for those who write about one thing', () => {
  it('waits for the answer of the lead while there is none', async () => {
    const change = await group({});
    expect(change.commands).toEqual([{ command: 'request-grouped', lead, by: 'agent:samira' }]);
    expect(change.elsewhere).toEqual([{ of: lead, record: { sk: `RECORD#MEMBER#${late}`, member: late } }]);
  });

  it.each(['decided', 'delivered', 'closed'])(
    'gives whoever comes late the same answer at once: %s',
    async (state) => {
      const change = await group({ state, answer: answered });
      expect(change.commands.map(({ command }) => command)).toEqual(['request-grouped', 'answer-decided']);
      expect(change.records).toHaveLength(1);
      expect(change.records?.[0]).toMatchObject({
        message: {
          id: `${late}-m1`,
          text: message.text,
          delivery: 'queued',
          subject: expect.stringContaining('Plus d’eau'),
        },
      });
      expect(change.announce?.[0]).toEqual({
        type: 'request-answered',
        detail: { reference: late, messageId: `${late}-m1` },
      });
    },
  );

  it.each<[string, Over, Over, string]>([
    ['a lead that ended unanswered', { state: 'closed' }, {}, 'not-leading'],
    [
      'a lead that silence answered',
      { state: 'closed', answer: { ...answered, isImplicit: true } },
      {},
      'not-leading',
    ],
    ['a lead of another department', { department: 'education' }, {}, 'other-department'],
    [
      'a sealed letter, which bears one name',
      { answer: answered, letter: { state: 'sealed' } },
      {},
      'needs-its-own',
    ],
    [
      'a refusal, which is signed for each',
      { answer: { ...answered, outcome: 'refused' } },
      {},
      'needs-its-own',
    ],
  ])('refuses %s', async (_name, leads, own, code) => {
    await expect(group(leads, own)).rejects.toMatchObject({ fields: [{ field: 'lead', code }] });
  });
});
