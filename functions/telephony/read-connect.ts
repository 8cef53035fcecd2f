import { e164 } from '../delivery/phone.ts';
import { callId } from './call-items.ts';
import type { AboutCall, Facts, News, NewsKind } from './call-news.ts';

/** Names as Connect writes them differ from one message to the next (`AgentInfo`, `agentInfo`): read without their capitals. */
type Told = { [name: string]: unknown };
const lowered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(lowered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase(), lowered(inner)]),
  );
};
const part = (told: Told, name: string): Told => {
  const inner = told[name];
  return inner !== null && typeof inner === 'object' ? (inner as Told) : {};
};
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
/** A clock that went wrong would leave a call-back that nothing later could settle. */
const believable = { from: Date.UTC(2000, 0), until: Date.UTC(2100, 0) };
const instant = (value: unknown): string | undefined => {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return at >= believable.from && at < believable.until ? new Date(at).toISOString() : undefined;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** The last part of an ARN when it is a name, not an identifier that says nothing. */
const nameIn = (arn: unknown): string | undefined => {
  const last = text(arn)?.split('/').at(-1);
  return last && !uuid.test(last) && !last.includes(':') ? last : undefined;
};
/** A code of ours: small letters, digits and hyphens. */
export const codeOf = (value: unknown): string | undefined =>
  text(value)
    ?.normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || undefined;

/** A number as the network gives it; a hidden one is `anonymous` or empty, a foreign one stays as it is. */
export const numberOf = (value: unknown): string | undefined => {
  const written = text(value);
  if (!written) return undefined;
  const bare = written.replace(/^(tel|sip):/, '').replace(/[\s.()-]/g, '');
  return e164(written) ?? (/^\+[1-9]\d{6,14}$/.test(bare) ? bare : undefined);
};

const outgoing = ['OUTBOUND', 'CALLBACK', 'EXTERNAL_OUTBOUND', 'API'];
const legs = ['TRANSFER', 'QUEUE_TRANSFER'];
const ignored = ['MONITOR', 'DISCONNECT'];
/** Reasons of an end that is not the caller's will. Without a reason the caller is taken to have hung up. */
const hungUp = ['CUSTOMER_DISCONNECT', 'CUSTOMER_NEVER_ARRIVED', 'CUSTOMER_CONNECTION_NOT_ESTABLISHED'];

const kinds: Record<string, NewsKind> = {
  INITIATED: 'initiated',
  CONNECTED_TO_SYSTEM: 'answered-outside',
  QUEUED: 'queued',
  CONNECTED_TO_AGENT: 'connected',
  DISCONNECTED: 'disconnected',
  COMPLETED: 'disconnected',
};

/** What events and records say alike. `undefined` for what is no call. */
const common = (told: Told): { contactId: string; facts: Partial<Facts> } | undefined => {
  const method = text(told.initiationmethod)?.toUpperCase() ?? 'INBOUND';
  const channel = text(told.channel)?.toUpperCase() ?? 'VOICE';
  const own = text(told.contactid);
  if (!own || channel !== 'VOICE' || ignored.includes(method)) return undefined;
  const isLeg = legs.includes(method);
  const reason = text(told.disconnectreason)?.toUpperCase();
  const agent = { ...part(told, 'agent'), ...part(told, 'agentinfo') };
  const queue = { ...part(told, 'queue'), ...part(told, 'queueinfo') };
  const tags = { ...part(told, 'attributes'), ...part(told, 'tags') };
  return {
    contactId: callId((isLeg && text(told.initialcontactid)) || own),
    facts: {
      direction: outgoing.includes(method) ? 'outbound' : isLeg ? undefined : 'inbound',
      number: isLeg ? undefined : numberOf(part(told, 'customerendpoint').address),
      startedAt: isLeg ? undefined : instant(told.initiationtimestamp),
      pickedUpAt: outgoing.includes(method) ? instant(told.connectedtosystemtimestamp) : undefined,
      queuedAt: instant(queue.enqueuetimestamp),
      connectedAt: instant(agent.connectedtoagenttimestamp),
      endedAt: instant(told.disconnecttimestamp),
      agent: text(agent.username) ?? nameIn(agent.agentarn),
      group: codeOf(queue.name) ?? codeOf(tags.group) ?? codeOf(nameIn(queue.queuearn)),
      topic: codeOf(tags.topic),
      disposition: codeOf(tags.disposition),
      cutOff: reason && !hungUp.includes(reason) ? true : undefined,
    },
  };
};

/**
 * News in a contact event that EventBridge brought, `null` for one that says nothing of a call (a chat, a kind we do not
 * follow). Throws `unknown-contact-event` for what is no contact event at all.
 */
export const newsOfEvent = (event: unknown): AboutCall | null => {
  const { detail, time } = (event ?? {}) as { detail?: unknown; time?: unknown };
  if (detail === null || typeof detail !== 'object') throw new Error('unknown-contact-event');
  const told = lowered(detail) as Told;
  const type = text(told.eventtype)?.toUpperCase();
  if (!type || !text(told.contactid)) throw new Error('unknown-contact-event');
  const kind = kinds[type];
  const known = common(told);
  if (!kind || !known) return null;
  const { contactId, facts } = known;
  const at = instant(time) ?? facts.endedAt ?? facts.connectedAt ?? facts.queuedAt ?? facts.startedAt ?? '';
  const own: Partial<Facts> = {
    // A transfer begins a leg, not the call.
    initiated: facts.direction ? { startedAt: facts.startedAt ?? at } : {},
    'answered-outside': facts.direction === 'outbound' ? { pickedUpAt: facts.pickedUpAt ?? at } : {},
    queued: { queuedAt: facts.queuedAt ?? at },
    connected: { connectedAt: facts.connectedAt ?? at },
    disconnected: { endedAt: facts.endedAt ?? at },
    ...({ flow: {}, record: {}, typed: {} } as const),
  }[kind];
  return { contactId, news: { kind, at, ...facts, ...own } as News };
};

/** News in a contact record (the only word about a caller who hung up before any queue); `null` when it is of no call. */
export const newsOfRecord = (record: unknown): AboutCall | null => {
  if (record === null || typeof record !== 'object') throw new Error('unknown-contact-record');
  const told = lowered(record) as Told;
  if (!text(told.contactid)) throw new Error('unknown-contact-record');
  const known = common(told);
  if (!known) return null;
  const { facts, contactId } = known;
  const at = instant(told.lastupdatetimestamp) ?? facts.endedAt ?? facts.startedAt ?? '';
  return { contactId, news: { kind: 'record', at, ...facts } as News };
};
