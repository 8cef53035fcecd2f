import { implicitDecisionOn, legalChannel, promisedOn } from '../deadlines/rules.ts';
import { type AcknowledgementKind, acknowledgement } from '../letters/acknowledgement.ts';
import { trackingUrlOf } from '../letters/mail.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { deadlinesOf } from '../requests/facts.ts';
import { messageItem, type Whole } from '../requests/items.ts';
import { type MessageRecord, trackingCodePlace } from '../requests/records.ts';
import type { Request } from '../requests/request.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import { rulesOf } from '../requests/rules.ts';
import type { Authority } from '../settings/authority.ts';
import { type AutomaticDeps, mayAnswer, released, withholding } from './automatic-answer.ts';

export type AcknowledgeDeps = AutomaticDeps & {
  load(reference: string): Promise<Whole>;
  append: RequestTable['append'];
  authority(): Promise<Authority>;
  procedure(id: string): Promise<Procedure | null>;
  newId(): string;
  newSalt(): string;
  now(): string;
  /** `HH:mm` of an instant in the authority's zone. */
  timeIn(zone: string, instant: string): string;
  /** Calendar day of an instant in that zone. */
  dayIn(zone: string, instant: string): string;
  newTrackingCode(): string;
  hashTrackingCode(code: string): string;
  publicUrl: string;
};
/** `withheld`: too much left by itself already; `until` when it may leave without anybody's word, null for never. */
export type Acknowledged = {
  reference: string;
  messageId: string | null;
  withheld?: { until: string | null };
};

/**
 * Which acknowledgement is due now. Electronic sends get the full one (ARE) as soon as a department is known, and until then
 * a first receipt (AEE); paper gets its receipt (AR) with the department. `null` when nothing is due.
 */
export const kindDue = (
  request: Pick<Request, 'channel' | 'department' | 'acknowledgement' | 'state'>,
): AcknowledgementKind | null => {
  const { channel, department, acknowledgement: sent } = request;
  if (request.state === 'withdrawn') return null;
  if (legalChannel(channel) === 'post') return department && !sent ? 'ar' : null;
  if (department) return sent?.kind === 'are' ? null : 'are';
  return sent ? null : 'aee';
};

/**
 * Queues the acknowledgement that is due, once; whoever has no tracking code yet receives one with it. A sender whose domain does
 * not vouch for the address learns that something arrived, and nothing of what it says nor of who wrote: no name, subject or code.
 * `by`: agent:<login> who sends what was withheld.
 */
export const acknowledge =
  (deps: AcknowledgeDeps) =>
  async ({ reference, by }: { reference: string; by?: string }): Promise<Acknowledged> => {
    const whole = await deps.load(reference);
    const kind = kindDue(whole.request);
    if (!kind) return { reference, messageId: queuedId(whole) };
    const { request, content, sender } = whole;
    const may = by ? null : await mayAnswer(deps, whole, deps.now());
    if (may && !may.allowed) return withhold(deps, whole, kind, may);
    const isUnverified = content.mail !== undefined && content.mail.sender !== 'verified';
    const authority = await deps.authority();
    const procedure = request.procedure ? await deps.procedure(request.procedure) : null;
    const rules = rulesOf(procedure, authority);
    const code = whole.trackingHash || isUnverified ? undefined : deps.newTrackingCode();
    const received = request.receivedOn;
    const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
    const deadlines = deadlinesOf(whole, rules, { day: dayOf(deps.now()), dayOf });
    // Documents may be awaited already: the day announced is then the one of a whole file (R112-11-1).
    const silenceOn =
      deadlines.find(({ kind }) => kind === 'silence')?.due ?? implicitDecisionOn(received, rules.silence);
    const written = acknowledgement({
      kind,
      authority,
      department: authority.departments.find(({ code }) => code === request.department) ?? null,
      reference,
      subject: isUnverified ? null : content.subject,
      name: isUnverified ? null : sender.name,
      receivedOn: received,
      receivedAt: deps.timeIn(authority.timeZone, content.receivedAt ?? request.openedAt),
      promisedOn: promisedOn(received, rules),
      silence: { mode: rules.silence.mode, on: silenceOn },
      trackingUrl: trackingUrlOf(deps.publicUrl, reference, code && trackingCodePlace),
      trackingCode: code ? trackingCodePlace : null,
      isUnverified,
    });
    const message: MessageRecord = {
      ...written,
      id: deps.newId(),
      from: 'authority',
      kind: 'acknowledgement',
      at: deps.now(),
      author: null,
      attachments: [],
      delivery: 'queued',
      salt: deps.newSalt(),
      trackingCode: code,
      ...(isUnverified ? { isUnverified } : {}),
    };
    await deps.append(reference, { key: `acknowledge-${kind}`, only: may?.only ?? [] }, (current) => ({
      commands: [{ command: 'acknowledgement-queued', kind, messageId: message.id }],
      records: [
        messageItem(message),
        ...(code
          ? [{ sk: 'RECORD#TRACKING', tracking: { hash: deps.hashTrackingCode(code) } } as const]
          : []),
      ],
      repair: released(current),
      announce: by ? [{ type: 'request-changed', detail: { reference } }] : [],
    }));
    return { reference, messageId: queuedId(await deps.load(reference)) };
  };

const withhold = async (
  deps: AcknowledgeDeps,
  { request: { reference } }: Whole,
  kind: AcknowledgementKind,
  may: Extract<Awaited<ReturnType<typeof mayAnswer>>, { allowed: false }>,
): Promise<Acknowledged> => {
  const { reason, until, only } = may;
  const at = deps.now();
  const key = { key: `withhold-${kind}-${reason}`, only };
  const { repeated } = await deps.append(reference, key, () => withholding(kind, reason, at));
  if (!repeated) deps.alert('acknowledgement-withheld', { reference, reason });
  return { reference, messageId: null, withheld: { until } };
};

/** The acknowledgement that has not left yet, if any: also the one that a former try queued. */
const queuedId = ({ request, messages }: Whole): string | null => {
  const id = request.acknowledgement?.messageId;
  const message = messages.find((one) => one.id === id);
  return message && (message.delivery === 'queued' || message.delivery === 'sending') ? message.id : null;
};
