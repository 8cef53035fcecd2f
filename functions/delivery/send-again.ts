import type { AgentCaller } from '../agents/caller.ts';
import { mayRead, mayWork } from '../agents/rights.ts';
import { messageItem, type RepairReason } from '../requests/items.ts';
import { canonical, type Hash } from '../requests/journal.ts';
import type { Attempt, SenderRecord } from '../requests/records.ts';
import { parseReference } from '../requests/reference.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { readDeliveries, sendAgain } from './agent-api.ts';
import { nextStop, reachOf } from './channel.ts';
import { noted } from './left.ts';
import { mobileOf } from './phone.ts';

type Deps = {
  requests: Pick<RequestTable, 'append' | 'load'>;
  authority(): Promise<Authority>;
  hash: Hash;
  now(): string;
};
const wholeOf = async (deps: Deps, typed: string) => {
  const found = parseReference(typed, (await deps.authority()).prefix);
  if (!found) throw new Refusal('not-found');
  return deps.requests.load(found.reference);
};

/** How the person is written to, and every step of each message on its way. */
export const deliveries =
  (deps: Deps) =>
  async (
    { params }: InputOf<typeof readDeliveries>,
    { agent }: AgentCaller,
  ): Promise<ReplyOf<typeof readDeliveries>> => {
    const { request, sender, messages, repair } = await wholeOf(deps, params.reference);
    if (!mayRead(agent, request)) throw new Refusal('forbidden');
    const reach = reachOf(sender);
    const fields = ['email', 'phone', 'address'] as const;
    return {
      prefers: sender.prefers ?? 'email',
      portalConsent: request.portalConsent,
      frozen: fields.filter((field) => sender.frozen?.[field] !== undefined && reach[field] === null),
      withheld: repair?.reason === 'acknowledgement-withheld',
      messages: messages.flatMap(({ id, from, kind, subject, delivery, history = [] }) =>
        from === 'authority'
          ? [
              {
                ...{ messageId: id, kind, subject, state: delivery },
                history: history.map(({ channel, at, state, reason, parts }) => ({
                  ...{ channel, at, state },
                  ...{ reason: reason ?? null, parts: parts ?? null },
                })),
              },
            ]
          : [],
      ),
      maySend: mayWork(agent, request),
    };
  };

const settled: readonly RepairReason[] = [
  'acknowledgement-failed',
  'answer-failed',
  'message-failed',
  'mail-returned',
  'letter-returned',
  'acknowledgement-withheld',
];

/** What an agent writes is tried again, even if it is what gave a message back: the mailbox may work by now. */
const mended = (
  sender: SenderRecord,
  body: Partial<Pick<SenderRecord, 'email' | 'phone' | 'address'>>,
): SenderRecord => {
  const frozen = Object.entries(sender.frozen ?? {}).filter(([field]) => !(field in body));
  return { ...sender, ...body, ...(sender.frozen ? { frozen: Object.fromEntries(frozen) } : {}) };
};

/** An agent mended the address: the message leaves anew, every way open again, and the task is done. */
export const again =
  (deps: Deps) =>
  async (
    { params, headers, body }: InputOf<typeof sendAgain>,
    { agent }: AgentCaller,
  ): Promise<{ version: number }> => {
    const { request, sender, messages } = await wholeOf(deps, params.reference);
    const { reference } = request;
    const before = messages.find(({ id, from }) => id === params.messageId && from === 'authority');
    if (!before) throw new Refusal('not-found');
    const wrong = (field: string) => new Refusal('invalid-input', [{ field, code: 'invalid' }]);
    if (body.phone !== undefined && !mobileOf(body.phone)) throw wrong('phone');
    const person = mended(sender, body);
    const { availableOn: _on, printBatch: _batch, queuedAt: _since, handedOver: _service, ...kept } = before;
    const attempt: Attempt = {
      channel: 'email',
      at: deps.now(),
      state: 'resent',
      providerId: null,
      reason: 'agent',
    };
    const after = noted({ ...kept, delivery: 'queued' }, attempt);
    const key = {
      key: `agent-${agent.login}-${headers['idempotency-key']}`,
      fingerprint: deps.hash(canonical(body)),
    };
    const { request: changed } = await deps.requests.append(reference, key, (current) => {
      if (!current) throw new Refusal('not-found');
      if (!mayWork(agent, current.request)) throw new Refusal('forbidden');
      if (!['failed', 'sent', 'to-print'].includes(before.delivery ?? ''))
        throw new Refusal('not-allowed-in-state');
      const reach = reachOf(person);
      if (nextStop(after, person) === 'nobody' || !(reach.email ?? reach.phone ?? reach.address))
        throw new Refusal('invalid-input', [{ field: 'address', code: 'required' }]);
      const { repair } = current;
      return {
        commands: [{ command: 'message-resent', messageId: before.id, by: `agent:${agent.login}` }],
        records: [messageItem(after), { sk: 'RECORD#SENDER', sender: person }],
        announce: [{ type: 'message-queued', detail: { reference, messageId: before.id } }],
        repair: repair && settled.includes(repair.reason) ? null : undefined,
      };
    });
    return { version: changed.version };
  };
