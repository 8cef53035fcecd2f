import { describe, expect, it } from 'vitest';
import { leaveBehind, spreadAnswer } from '../../functions/instruction/answer-group.ts';
import { joinGroup } from '../../functions/instruction/group.ts';
import type { Change } from '../../functions/requests/append.ts';
import { aRequest } from '../support/instruction-situation.ts';

const lead = 'VC-2026-000001-P';
const late = 'VC-2026-000123-W';
const leadName = 'Odile Marchand';
const message = { id: 'm1', from: 'authority', kind: 'answer', text: 'Le réseau sera rétabli ce soir.' };
const answered = {
  messageId: 'm1',
  outcome: 'answered',
  decidedAt: '',
  sentAt: '',
  isImplicit: false,
} as const;
/** What is done to one member when its lead was answered. */
const spread = async (member: object): Promise<string[]> => {
  const commands: string[] = [];
  const request = { reference: lead, department: 'voirie', answer: answered };
  const sender = { name: leadName };
  const ofLead = {
    request: aRequest(request as never),
    messages: [message],
    members: [late],
    events: [],
    sender,
  };
  const current = {
    ...{ card: { subject: '' }, content: {}, sender: { name: null } },
    request: aRequest({ reference: late, department: 'voirie', lead, ...member } as never),
  };
  const load = async () => current as never;
  const append = async (of: string, _key: unknown, ask: (current: never) => Promise<Change>) => {
    const change = await ask(current as never);
    if (of === late) commands.push(...change.commands.map(({ command }) => command));
  };
  const own = { newSalt: () => '', derivedId: () => '', hash: String, procedure: async () => null };
  const time = {
    now: () => '',
    dayIn: () => '2026-11-20',
    authority: async () => ({ timeZone: 'Europe/Paris' }),
  };
  await spreadAnswer({ ...own, ...time, load, append } as never)(
    ofLead as never,
    {
      ...{ kind: 'answer-group', messageId: 'm1' },
    } as never,
  );
  return commands;
};
type Over = { state?: string; answer?: object | null; letter?: object | null; department?: string };

/** Puts a request under a lead as it is, and gives what is written. */
const group = async (leads: Over, own: Over = {}): Promise<Change> => {
  let written: Change | null = null;
  const held = (reference: string, over: Over) =>
    ({
      request: aRequest({ reference, department: 'voirie', state: 'in-progress', ...over } as never),
      ...{ card: { subject: 'Plus d’eau', sender: 'Paul' }, messages: reference === lead ? [message] : [] },
      ...{ members: [], content: { given: {} }, events: [], sender: { name: leadName } },
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

  it.each<[string, object, string[]]>([
    ['answers each of the department', {}, ['answer-decided']],
    ['lets go of one that another department has now', { department: 'education' }, ['request-ungrouped']],
    ['leaves alone one that left the group', { lead: null }, []],
  ])('%s', async (_name, member, commands) => {
    expect(await spread(member)).toEqual(commands);
  });

  it('goes on without a lead that another department has, each member by itself', async () => {
    const written = new Map<string, Change>();
    const other = 'VC-2026-000124-X';
    const load = async () => ({ members: [late, other], head: { seq: 4 } }) as never;
    const append = async (of: string, _key: unknown, ask: (current: never) => Promise<Change>) =>
      void written.set(of, await ask({ request: aRequest({ lead: of === late ? lead : null }) } as never));
    await leaveBehind({ load, append } as never)(lead);
    expect(written.get(late)).toMatchObject({
      commands: [{ command: 'request-ungrouped' }],
      elsewhere: [{ of: lead, gone: `RECORD#MEMBER#${late}` }],
    });
    expect(written.get(other)).toEqual({ commands: [] });
  });
});
