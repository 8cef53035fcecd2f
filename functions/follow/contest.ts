import type { Caller } from '../agents/caller.ts';
import { implicitDecisionOn, ordinary } from '../deadlines/rules.ts';
import type { Contact, ObjectRef } from '../intake/contact.ts';
import { dayInWords } from '../letters/messages/fr.ts';
import type { FollowDeps } from '../requests/follow.ts';
import { actorOf, held } from '../requests/held.ts';
import type { Whole } from '../requests/items.ts';
import { canonical } from '../requests/journal.ts';
import type { StoredFile } from '../requests/records.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import { appealWords as words } from './messages/fr.ts';
import type { contestDecision } from './public-api.ts';
import { mayContest } from './view.ts';

type Key = { id: string; hash: string };
export type ContestDeps = Omit<FollowDeps, 'url' | 'drawReceipt' | 'codeOf' | 'consult'> & {
  readKey(id: string): Promise<{ contactId: string; hash: string } | undefined>;
  contact(id: string): Promise<Contact>;
  /** Keeps what was sent as it came. */
  keepEvidence(key: string, submission: unknown): Promise<ObjectRef>;
  addContact(contact: Contact, key: Key, events: BusEvent[]): Promise<unknown>;
  nextReference(prefix: string, year: number): Promise<string>;
  /** The same parts always give the same code; the sender's own key among them is stored nowhere. */
  trackingCodeOf(contactId: string, idempotencyKey: string): string;
  hashTrackingCode(code: string): string;
};
type Input = InputOf<typeof contestDecision>;

const senderOf = ({ sender: { name, email, phone, address } }: Whole): Contact['sender'] => ({
  ...{ name, email, phone, address },
});
const isThere = (deps: ContestDeps, id: string) =>
  deps.readKey(id).then((found) => (found ? deps.contact(found.contactId) : null));

/**
 * Contests a decision before the authority: a request of its own, of the department that decided, under the ordinary rule
 * (two months of silence reject it, CRPA L231-4, L411-7), which keeps the reference of the first. The evidence comes first,
 * then the contact, then the line in the first journal; sent again with the same key, each is the same.
 */
export const contest =
  (deps: ContestDeps) =>
  async (input: Input, caller?: Caller): Promise<ReplyOf<typeof contestDecision>> => {
    const { headers, body } = input;
    const whole = await held(deps, input, caller);
    const typed = headers['idempotency-key'];
    const key = {
      id: `contest#${deps.hash(`${whole.request.reference}#${typed}`)}`,
      hash: deps.hash(canonical(body)),
    };
    const before = await isThere(deps, key.id);
    const contact = before ?? (await lodged(deps, whole, input));
    const { appeal } = contact;
    if (!appeal) throw new Error('contact-without-appeal');
    if (!before) {
      const event = { type: 'contact-received', detail: { contactId: contact.id, channel: 'form' } } as const;
      await deps.addContact(contact, key, [event]);
    } else if ((await deps.readKey(key.id))?.hash !== key.hash) throw new Refusal('idempotency-key-reused');
    await deps.append(appeal.of, { key: `contest-${contact.id}` }, () => ({
      commands: [
        { command: 'appeal-lodged', appeal: appeal.reference, kind: body.kind, by: actorOf(caller) },
      ],
    }));
    const { timeZone } = await deps.authority();
    const on = deps.dayIn(timeZone, contact.receivedAt);
    return {
      ...{ reference: appeal.reference, on },
      trackingCode: deps.trackingCodeOf(contact.id, typed),
      silenceOn: implicitDecisionOn(on, ordinary.silence) ?? on,
    };
  };

const lodged = async (deps: ContestDeps, whole: Whole, { headers, body }: Input): Promise<Contact> => {
  const { request, content } = whole;
  const { reference, answer, department } = request;
  if (!answer || !mayContest(request)) throw new Refusal('not-allowed-in-state');
  const authority = await deps.authority();
  const id = deps.derivedId(reference, 'contest', headers['idempotency-key']);
  const receivedAt = deps.now();
  const dayOf = (instant: string) => deps.dayIn(authority.timeZone, instant);
  const files: StoredFile[] = [];
  for (const [index, upload] of body.uploads.entries())
    files.push(await deps.claim(upload, { reference, messageId: id, index }));
  const evidence = await deps.keepEvidence(`requests/${reference}/${id}/contest.json`, {
    ...{ receivedAt, reference },
    ...body,
  });
  const kind = words.kinds[body.kind];
  const subject = words.subject(kind, content.subject);
  const decidedOn = dayInWords(dayOf(answer.sentAt ?? answer.decidedAt));
  const sender = senderOf(whole);
  const routed = department !== null;
  const code = deps.trackingCodeOf(id, headers['idempotency-key']);
  return {
    ...{ id, channel: 'form', receivedAt, state: 'received', version: 1 },
    ...{ sender, subject },
    evidence: [evidence, ...files.map(({ object }) => object)],
    text: `${words.heading(kind, reference, decidedOn)}\n\n${body.text}`,
    documents: files.map(({ object, ...file }) => ({ ...file, original: object, pages: [] })),
    ...(request.person
      ? { person: { personId: request.person, confidence: 1, by: 'auto', reasons: [] } }
      : {}),
    proposal: {
      ...{ department: department ?? '', confidence: 1, routed, others: [], procedure: null },
      ...{ urgency: 'normal', sender, subject, reference, reasons: [reference] },
    },
    appeal: {
      of: reference,
      reference: await deps.nextReference(authority.prefix, Number(dayOf(receivedAt).slice(0, 4))),
      trackingHash: deps.hashTrackingCode(code),
      followers: request.followers,
    },
  };
};
