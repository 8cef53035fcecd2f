import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact, Proposal } from '../../functions/intake/contact.ts';
import type { ContactHeader } from '../../functions/intake/contact-items.ts';
import { decisions } from '../../functions/qualification/decide-contact.ts';
import { nextOf, propose } from '../../functions/qualification/route.ts';
import { settleWait, waitForAgent } from '../../functions/qualification/wait-for-agent.ts';

const sender = { name: 'Odile', email: null, phone: null, address: null };
const proposal: Proposal = {
  department: 'voirie',
  confidence: 0.6,
  routed: false,
  others: [],
  procedure: null,
  urgency: 'normal',
  sender,
  subject: 'Trou',
  reference: null,
  reasons: ['trottoir'],
};
const waiting: ContactHeader = {
  id: 'c1',
  channel: 'scan',
  receivedAt: '2026-11-20T08:00:00.000Z',
  state: 'waiting',
  version: 3,
  evidence: [],
  sender,
  subject: '',
  documents: [],
  proposal,
};
let header = waiting;
let token: string | undefined;
const announced: string[] = [];
const told: unknown[] = [];
const added = new Map<string, Contact>();
const store = {
  header: async () => header,
  update: async (
    read: ContactHeader,
    changes: Partial<ContactHeader>,
    _now: string,
    events: { type: string }[] = [],
  ) => {
    if (read.version !== header.version) throw new Error('conflict');
    header = { ...header, ...changes, version: header.version + 1 };
    announced.push(...events.map(({ type }) => type));
  },
  now: () => '2026-11-20T09:00:00.000Z',
};
const decide = decisions({
  ...store,
  next: async () => 'c2',
  isWaitedFor: async () => token !== undefined,
  authority: async () => ({ departments: [{ code: 'voirie' }, { code: 'education' }] }) as never,
  hasProcedure: async (id) => id === 'signalement',
  contact: async () => ({ ...header, text: 'Un trou et la cantine', documents: [], form: undefined }),
  add: async (contact) => void added.set(contact.id, contact),
  requestOf: async (typed) => ({
    reference: 'VC-2026-000001-P',
    state: typed.startsWith('VC-2025') ? 'closed' : 'assigned',
    department: typed.endsWith('cabinet') ? 'cabinet' : 'voirie',
    agent: null,
  }),
});
const wait = {
  ...store,
  keepToken: async (_id: string, kept: string) => {
    token = kept;
  },
  readToken: async () => token,
  succeed: async (_token: string, output: unknown) => void told.push(output),
};
const agent = (roles: string[] = ['qualification']) =>
  ({ kind: 'agent', agent: { login: 'claire', roles, departments: [] } }) as never;
const input = (body: object, key = 'key-of-sixteen-characters') =>
  ({
    params: { contactId: 'c1' },
    headers: { 'idempotency-key': key },
    body: { version: header.version, ...body },
  }) as never;
const chosen = { department: 'education', procedure: null, urgency: 'high', subject: 'Cantine', sender };

beforeEach(() => {
  header = waiting;
  token = undefined;
  announced.length = 0;
  told.length = 0;
  added.clear();
});

describe('what an agent decides is done once, and may be taken back while it can', () => {
  it('opens with what the agent chose, and remembers what was proposed', async () => {
    expect(await decide.accept(input(chosen), agent())).toEqual({ contactId: 'c1', next: 'c2' });
    expect(header).toMatchObject({
      state: 'qualifying',
      proposal: { department: 'education', routed: true, confidence: 0.6, urgency: 'high' },
      decision: { kind: 'open', by: 'agent:claire', proposed: { department: 'voirie', confidence: 0.6 } },
    });
    expect(announced).toEqual(['contact-decided']);
  });

  it('answers a repeated click and refuses a second decision', async () => {
    await decide.accept(input(chosen), agent());
    await decide.accept(input(chosen), agent());
    expect(announced).toHaveLength(1);
    await expect(
      decide.join(input({ reference: 'x' }, 'another-key-of-sixteen'), agent()),
    ).rejects.toMatchObject({
      code: 'already-decided',
    });
  });

  it('lets a person look at two matters in one letter, however sure the first is', () => {
    const given = { channel: 'mail', documents: [], sender } as unknown as Contact;
    const sure = { ...proposal, routed: true };
    const second = { department: 'education', confidence: 0.7, reasons: ['cantine'] };
    expect(propose(given, sure, null).routed).toBe(true);
    expect(propose(given, { ...sure, second }, null).routed).toBe(false);
  });

  it.each([
    ['none at first', undefined, []],
    ['another at first', { department: 'voirie' }, ['voirie']],
  ])('opens nothing that only a repeated call names: %s', async (_name, second, departments) => {
    await decide.accept(input(second ? { ...chosen, second } : chosen), agent());
    await decide.accept(input({ ...chosen, second: { department: 'nimportequoi' } }), agent());
    expect([...added.values()].map(({ proposal: said }) => said?.department)).toEqual(departments);
  });

  it('opens what else it asks as a request of its own, once, of the same person', async () => {
    const both = { ...chosen, second: { department: 'voirie' } };
    await decide.accept(input(both), agent());
    await decide.accept(input(both), agent());
    const [second, ...more] = added.values();
    expect(more).toEqual([]);
    expect(second).toMatchObject({
      id: 'c1-2',
      text: 'Un trou et la cantine',
      proposal: { department: 'voirie', routed: true, sender },
      decision: { kind: 'open', by: 'agent:claire', department: 'voirie' },
    });
    expect(nextOf(second as Contact)).toBe('wait');
  });

  it.each([
    [
      'a second topic of the same department',
      { ...chosen, second: { department: 'education' } },
      'invalid-input',
    ],
    ['an older version', { ...chosen, version: 2 }, 'conflict'],
    ['an unknown department', { ...chosen, department: 'lune' }, 'invalid-input'],
    ['an unknown procedure', { ...chosen, procedure: 'lune' }, 'invalid-input'],
  ])('refuses %s', async (_, body, code) => {
    await expect(decide.accept(input(body), agent())).rejects.toMatchObject({ code });
    expect(header).toBe(waiting);
  });

  it('refuses whoever does not qualify', async () => {
    await expect(decide.accept(input(chosen), agent(['instructor']))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('joins an open request, never a closed one', async () => {
    await expect(decide.join(input({ reference: 'VC-2025-1' }), agent())).rejects.toMatchObject({
      code: 'already-closed',
    });
    await decide.join(input({ reference: 'vc 2026 1' }), agent());
    expect(header.decision).toMatchObject({ kind: 'join', reference: 'VC-2026-000001-P' });
  });

  it('keeps thanks with a closed request, which stays closed', async () => {
    await decide.join(input({ reference: 'VC-2025-1', quiet: true }), agent());
    expect(header.decision).toMatchObject({ kind: 'join', quiet: true, by: 'agent:claire' });
  });

  it('sets aside and takes back: the machine waits all the while', async () => {
    token = 'waits';
    await decide.quarantine(input({ reason: 'spam' }), agent());
    expect(header).toMatchObject({ state: 'quarantined', quarantineReason: 'spam' });
    await decide.release(input({}), agent());
    expect(header).toMatchObject({ state: 'waiting', quarantineReason: undefined });
    expect(announced).toEqual(['contact-set-aside', 'contact-set-aside']);
  });

  it('qualifies for the first time what was set aside on arrival', async () => {
    header = { ...waiting, state: 'quarantined', quarantineReason: 'spam', proposal: undefined };
    await decide.release(input({}), agent());
    expect(header.state).toBe('received');
    expect(announced).toEqual(['contact-received', 'contact-set-aside']);
  });

  it('keeps a form whose request exists out of the quarantine', async () => {
    header = { ...waiting, requestReference: 'VC-2026-000002-Q' };
    await expect(decide.quarantine(input({ reason: 'spam' }), agent())).rejects.toMatchObject({
      code: 'not-allowed-in-state',
    });
  });
});

describe('a machine that waits for an agent always hears the answer', () => {
  it('shows the contact, then goes on with the decision', async () => {
    header = { ...waiting, state: 'qualifying' };
    await waitForAgent(wait)({ contactId: 'c1', taskToken: 't' });
    expect(header.state).toBe('waiting');
    expect(told).toEqual([]);
    await decide.accept(input(chosen), agent());
    await settleWait(wait)('c1');
    expect(told).toEqual([{ kind: 'open', by: 'agent:claire' }]);
  });

  it('hears a decision that came before it waited', async () => {
    await decide.accept(input(chosen), agent());
    await waitForAgent(wait)({ contactId: 'c1', taskToken: 't' });
    expect(told).toHaveLength(1);
    expect(header.state).toBe('qualifying');
  });
});

describe('a decision that came too late is asked again', () => {
  it('shows the contact anew when the request it was to join closed meanwhile, once', async () => {
    await decide.accept(input(chosen), agent());
    token = 'before';
    await waitForAgent(wait)({ contactId: 'c1', taskToken: 'anew', again: true });
    expect(header).toMatchObject({ state: 'waiting', decision: undefined });
    expect(told).toEqual([]);
    token = 'anew';
    await decide.accept(input(chosen), agent());
    await waitForAgent(wait)({ contactId: 'c1', taskToken: 'anew', again: true });
    expect(told).toEqual([{ kind: 'open', by: 'agent:claire' }]);
  });
});

describe('only what is sure goes to a department by itself', () => {
  const contact = (changes: Partial<Contact> = {}): Contact =>
    ({ ...waiting, text: '', documents: [], ...changes }) as never;
  const sure = { ...proposal, confidence: 0.95, routed: true };
  const page = { page: 1, image: 'i', width: 1, height: 1, text: 'mot', source: 'ocr' as const };
  const read = (confidence: number) => [{ id: 'scan', pages: [{ ...page, confidence }] }] as never;
  const pages = [
    { ...page, confidence: 90 },
    { ...page, confidence: 90, isHandwritten: true },
  ];
  const byHand = contact({ documents: [{ id: 'scan', pages }] as never });
  it.each([
    ['a clear letter', contact({ documents: read(90) }), sure, true],
    ['a letter hardly read', contact({ documents: read(30) }), sure, false],
    ['a letter without a readable word', contact({ documents: [] }), sure, false],
    ['a letter of which a page is written by hand', byHand, sure, false],
    ['a mail with a note written by hand', { ...byHand, channel: 'mail' as const }, sure, true],
    ['a mail', contact({ channel: 'mail' }), sure, true],
    [
      'a mail that names a request',
      contact({ channel: 'mail' }),
      { ...sure, reference: 'VC-2026-000001-P' },
      false,
    ],
  ])('%s', (_, given, classified, routed) => {
    expect(propose(given, classified, null).routed).toBe(routed);
  });

  it('follows the separator sheet and the answers of a form', () => {
    const certain = { department: 'education', procedure: null, reason: 'PARVIS:SEP:education' };
    expect(propose(contact(), proposal, certain)).toMatchObject({
      department: 'education',
      routed: true,
      confidence: 1,
    });
    expect(propose(byHand, sure, certain)).toMatchObject({ department: 'education', routed: false });
  });

  it.each([
    [{ state: 'qualifying', proposal: sure }, 'open'],
    [{ state: 'qualifying', proposal }, 'wait'],
    [{ state: 'qualifying', proposal, form: {} }, 'open-then-wait'],
    [{ state: 'quarantined', proposal: sure }, 'end'],
    [{ state: 'opened', proposal: sure }, 'end'],
  ])('of %j the machine does: %s', (given, next) => {
    expect(nextOf(given as never)).toBe(next);
  });
});
