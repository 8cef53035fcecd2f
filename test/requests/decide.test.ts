import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, fold } from '../../functions/requests/apply.ts';
import { decide } from '../../functions/requests/decide.ts';
import type { JournalEvent } from '../../functions/requests/event.ts';
import { emptyHead, firstBroken, type Hash, seal } from '../../functions/requests/journal.ts';
import type { Command, Request } from '../../functions/requests/request.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const hash: Hash = (text) => createHash('sha256').update(text).digest('hex');
const reference = 'VC-2026-000123-W';
const at = '2026-04-02T08:00:00.000Z';
const open: Command = {
  command: 'request-opened',
  channel: 'form',
  contactId: 'c-1',
  openedBy: 'auto',
  procedure: 'acte-de-naissance',
  procedureRevision: 1,
  department: 'etat-civil',
  confidence: null,
  urgency: 'normal',
  receivedOn: '2026-04-02',
  contentHash: 'abc',
};
const by = 'agent:claire';
const assign: Command = {
  command: 'request-assigned',
  department: 'etat-civil',
  agent: 'claire',
  by,
  reason: null,
};
const acknowledge: Command = { command: 'acknowledgement-queued', kind: 'are', messageId: 'm-ack' };
const answer: Command = {
  command: 'answer-decided',
  messageId: 'm-ans',
  outcome: 'answered',
  contentHash: 'x',
  by,
};
const sent = (messageId: string, channel: 'email' | 'letter' = 'email'): Command => ({
  command: 'message-sent',
  messageId,
  channel,
  providerId: 'p',
});
const ask: Command = {
  command: 'citizen-message-queued',
  messageId: 'm-ask',
  contentHash: 'x',
  by,
  awaitsReply: true,
};
const reply: Command = {
  command: 'citizen-message-received',
  messageId: 'm-rep',
  contentHash: 'x',
  attachments: 0,
};
const close: Command = { command: 'request-closed', by: 'auto' };
const withdraw: Command = { command: 'request-withdrawn', by: 'citizen' };
const read: Command = { command: 'personal-data-read', by, reason: 'instruction' };
const printed: Command = { command: 'letter-printed', messageId: 'm-ans', by };
const bounced: Command = { command: 'message-delivery-failed', messageId: 'm-ans', reason: 'bounce' };

const lived = (...commands: Command[]): Request => {
  let request: Request | null = null;
  for (const command of commands)
    for (const body of decide(request, command)) request = apply(request, { ...body, at }, reference);
  if (!request) throw new Error('nothing happened');
  return request;
};
const refusalOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('the life of a request', () => {
  it.each([
    ['new', [open]],
    ['assigned', [open, assign]],
    ['in-progress', [open, assign, { command: 'work-started', by }]],
    ['waiting-citizen', [open, assign, ask]],
    ['in-progress', [open, assign, ask, reply]],
    ['decided', [open, assign, answer]],
    ['decided', [open, assign, answer, sent('m-ans', 'letter')]],
    ['delivered', [open, assign, answer, sent('m-ans', 'letter'), printed]],
    ['delivered', [open, assign, answer, sent('m-ans')]],
    ['decided', [open, assign, answer, sent('m-ans'), bounced]],
    ['closed', [open, assign, answer, sent('m-ans'), close]],
    ['withdrawn', [open, assign, withdraw]],
  ] as [string, Command[]][])('is %s', (state, commands) => {
    expect(lived(...commands).state).toBe(state);
  });

  it.each([
    ['not-found', null, assign],
    ['conflict', lived(open), open],
    ['already-decided', lived(open, assign, answer), { ...answer, messageId: 'm-other' }],
    ['already-decided', lived(open, assign, answer), { ...assign, agent: 'paul' }],
    ['already-decided', lived(open, answer, sent('m-ans')), withdraw],
    ['already-closed', lived(open, answer, sent('m-ans'), close), reply],
    ['already-closed', lived(open, withdraw), answer],
    ['not-allowed-in-state', lived({ ...open, department: null }), answer],
    ['not-allowed-in-state', lived({ ...open, department: null }), ask],
    ['not-allowed-in-state', lived(open), close],
  ] as [string, Request | null, Command][])('refuses with %s', (code, request, command) => {
    expect(refusalOf(() => decide(request, command))).toBe(code);
  });

  it('keeps what silence granted from being refused or handed over; what it refused may still be granted', () => {
    const silence = (effect: 'granted' | 'refused'): Command => ({
      ...{ command: 'implicit-decision-born', effect, on: '2026-06-02', messageId: 'm-sil' },
      contentHash: 'x',
    });
    const letter: Command = {
      ...{ command: 'letter-submitted', letterId: 'l', template: null, outcome: 'refused' },
      ...{ sha256: 'x', steps: 1, by },
    };
    const granted = lived(open, assign, letter, silence('granted'));
    const moved: Command = {
      ...{ command: 'request-transferred', to: 'other', on: '2026-06-03', messageId: 'm-tr', by },
    };
    const step = { letterId: 'l', step: 0, sha256: 'x', kind: 'signature', onBehalfOf: null } as const;
    const signed: Command = { command: 'letter-approved', ...step, delegation: null, by };
    for (const late of [letter, { ...answer, outcome: 'refused' } as Command, moved, signed])
      expect(refusalOf(() => decide(granted, late))).toBe('already-decided');
    expect(refusalOf(() => decide(granted, { ...answer, outcome: 'granted' }))).toBe('accepted');
    const refused = lived(open, assign, silence('refused'));
    expect(refusalOf(() => decide(refused, { ...answer, outcome: 'granted' }))).toBe('accepted');
  });

  it('lets no decision leave unsigned: by the teleservice, or as the letter that the book sealed', () => {
    const grant = { ...answer, outcome: 'granted' } as Command;
    const refuse = { ...answer, outcome: 'refused' } as Command;
    const paper: Command = { ...open, channel: 'scan' };
    const letter = (letterId: string): Command[] => [
      {
        ...{ command: 'letter-submitted', letterId, template: null, outcome: 'granted' },
        ...{ sha256: 'x', steps: 1, by },
      },
      { command: 'letter-sealed', letterId, sha256: 'y', mode: 'personal', evidenceSha256: 'z', by },
    ];
    const consent: Command = { command: 'delivery-consent-changed', portal: true, by: 'citizen' };
    const unsigned = 'not-allowed-in-state';
    for (const [before, command, said] of [
      [[paper], grant, unsigned],
      [[paper], answer, 'accepted'],
      [[paper, consent], grant, 'accepted'],
      [[open], grant, 'accepted'],
      [[open], refuse, unsigned],
      [[paper, ...letter('m-ans')], grant, 'accepted'],
      [[paper, ...letter('another')], grant, unsigned],
    ] as [Command[], Command, string][])
      expect(refusalOf(() => decide(lived(...before, assign), command))).toBe(said);
  });

  it('starts the work with the first thing an agent says', () => {
    expect(decide(lived(open, assign), answer).map(({ type }) => type)).toEqual([
      'work-started',
      'answer-decided',
    ]);
  });

  it.each([
    ['a second acknowledgement', lived(open, acknowledge), { ...acknowledge, messageId: 'm-2' }],
    ['the same assignment', lived(open, assign), assign],
    ['the same contact joined', lived(open), { command: 'contact-joined', contactId: 'c-1', by }],
    ['a second close', lived(open, answer, sent('m-ans'), close), close],
    ['an answer sent twice', lived(open, answer, sent('m-ans')), sent('m-ans')],
  ] as [string, Request, Command][])('does nothing for %s', (_, request, command) => {
    expect(decide(request, command)).toEqual([]);
  });

  it('completes a first receipt by the full acknowledgement once the department is known', () => {
    const receipt: Command = { ...acknowledge, kind: 'aee' };
    const request = lived({ ...open, department: null }, receipt, sent('m-ack'), {
      ...acknowledge,
      messageId: 'm-are',
    });
    expect(request.acknowledgement).toEqual({ kind: 'are', messageId: 'm-are', sentAt: null });
  });

  it('does not disturb who works on it when someone reads it or a mail leaves', () => {
    const before = lived(open, assign, acknowledge);
    expect(lived(open, assign, acknowledge, read, sent('m-ack')).version).toBe(before.version);
    expect(lived(open, assign, acknowledge, reply).version).toBe(before.version + 1);
  });
});

const anyCommand = fc.constantFrom(
  assign,
  acknowledge,
  answer,
  sent('m-ans'),
  sent('m-ack'),
  ask,
  reply,
  close,
  withdraw,
  read,
  printed,
  bounced,
);
const history = fc.array(anyCommand, { maxLength: 40 }).map((commands) => {
  let request: Request | null = null;
  let events: JournalEvent[] = [];
  for (const command of [open, ...commands]) {
    let bodies: ReturnType<typeof decide> = [];
    try {
      bodies = decide(request, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    const sealed = seal(bodies, events.at(-1) ?? emptyHead, at, hash);
    for (const event of sealed) request = apply(request, event, reference);
    events = [...events, ...sealed];
  }
  return { request, events };
});

describe('the journal', () => {
  it('tells the same request that lived it, whatever was asked', () => {
    fc.assert(
      fc.property(history, ({ request, events }) => {
        expect(fold(events, reference)).toEqual(request);
      }),
    );
  });

  it('decides once and never lives on after its end', () => {
    fc.assert(
      fc.property(history, ({ events }) => {
        const types = events.map(({ type }) => type);
        expect(types.filter((type) => type === 'answer-decided').length).toBeLessThanOrEqual(1);
        expect(types.filter((type) => type === 'acknowledgement-queued').length).toBeLessThanOrEqual(1);
        const end = types.findIndex((type) => type === 'request-closed' || type === 'request-withdrawn');
        const later = end < 0 ? [] : types.slice(end + 1);
        expect(
          later.filter((type) =>
            ['request-assigned', 'answer-decided', 'citizen-message-queued'].includes(type),
          ),
        ).toEqual([]);
      }),
    );
  });

  it('shows where a line was altered, removed or moved', () => {
    fc.assert(
      fc.property(
        history,
        fc.nat(),
        fc.constantFrom('alter', 'remove', 'swap'),
        ({ events }, pick, fault) => {
          expect(firstBroken(events, hash)).toBeNull();
          const index = pick % events.length;
          const forged = structuredClone(events);
          if (fault === 'alter')
            Object.assign(forged[index] as JournalEvent, { at: '2027-01-01T00:00:00.000Z' });
          if (fault === 'remove') forged.splice(index, 1);
          if (fault === 'swap') forged.push(...forged.splice(index, 1));
          const isSame = JSON.stringify(forged) === JSON.stringify(events);
          const isShortened = fault === 'remove' && index === events.length - 1;
          expect(firstBroken(forged, hash)).toBe(isSame || isShortened ? null : index + 1);
        },
      ),
    );
  });
});
