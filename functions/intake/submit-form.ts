import { askedSteps } from '../procedures/document-questions.ts';
import { reasonsAgainst } from '../procedures/eligibility.ts';
import { clean, validate } from '../procedures/form-engine.ts';
import { isOpenOn, opensOn } from '../procedures/periods.ts';
import type { Answers, Field, Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import type { Contact, ContactDocument, ObjectRef } from './contact.ts';
import { senderOf, subjectOf, textOfAnswers } from './form-contact.ts';
import { acceptedUploads, type submitForm } from './public-api.ts';

type Input = InputOf<typeof submitForm>;
type Reply = ReplyOf<typeof submitForm>;
type Key = { id: string; hash: string };
type Claimed = {
  key: string;
  versionId: string;
  name: string;
  contentType: string;
  size: number;
  scan: 'clean' | 'pending' | 'unscannable';
};
export type SubmitDeps = {
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  /** The same, unless it is archived, with the periods of today's revision: `null` when it is not offered. */
  offered(id: string, revision?: number): Promise<Procedure | null>;
  readKey(id: string): Promise<{ contactId: string; hash: string } | undefined>;
  contact(id: string): Promise<Contact>;
  claimUpload(uploadId: string, name: string, to: string): Promise<Claimed>;
  /** Keeps the submission as it came. */
  keepEvidence(key: string, submission: unknown): Promise<ObjectRef>;
  addContact(contact: Contact, key: Key, events: BusEvent[]): Promise<{ added: boolean }>;
  nextReference(prefix: string, year: number): Promise<string>;
  /** The same parts always give the same code; the sender's own key among them is stored nowhere. */
  trackingCodeOf(contactId: string, idempotencyKey: string): string;
  hashTrackingCode(code: string): string;
  hash(text: string): string;
  newId(): string;
  now(): string;
  dayIn(zone: string, instant: string): string;
};

/**
 * Takes in the answers of a procedure: evidence first, then contact, key and announcement in one transaction. Refuses
 * `not-found`, `procedure-closed`, `invalid-answers` with the fields, `not-eligible` with the reasons, `idempotency-key-reused`,
 * and what the uploads refuse.
 * @param caller who sends, which separates the keys of different people
 */
export const submitFormWith =
  (deps: SubmitDeps) =>
  async ({ headers, body }: Input, caller: string): Promise<Reply> => {
    const key = {
      id: `form#${deps.hash(`${caller}#${headers['idempotency-key']}`)}`,
      hash: deps.hash(JSON.stringify(body)),
    };
    const first = await deps.readKey(key.id);
    const reply = replyWith(headers['idempotency-key'], key.hash, deps);
    if (first) return reply(first);
    const procedure = await deps.offered(body.procedure, body.revision);
    if (!procedure) throw new Refusal('not-found');
    const authority = await deps.authority();
    const receivedAt = deps.now();
    const today = deps.dayIn(authority.timeZone, receivedAt);
    refuseWhenClosed(procedure, today);
    const answers = checked(procedure, body, authority, today);
    refuseWhenIneligible(procedure, answers, today);
    const id = deps.newId();
    const documents = await claim(procedure, answers, body, id, deps);
    const evidence = await deps.keepEvidence(`forms/${id}/submission.json`, { receivedAt, ...body });
    const year = Number(deps.dayIn(authority.timeZone, receivedAt).slice(0, 4));
    const names = Object.fromEntries(documents.map((document) => [document.id, document.name]));
    const contact: Contact = {
      id,
      channel: 'form',
      receivedAt,
      state: 'received',
      version: 1,
      evidence: [evidence, ...documents.map(({ original }) => original)],
      sender: senderOf(procedure, answers),
      subject: subjectOf(procedure, answers),
      text: textOfAnswers(procedure, answers, authority, names, today),
      documents,
      form: {
        procedure: procedure.id,
        revision: procedure.revision,
        answers,
        reference: await deps.nextReference(authority.prefix, year),
        trackingHash: deps.hashTrackingCode(deps.trackingCodeOf(id, headers['idempotency-key'])),
      },
    };
    const event = { type: 'contact-received', detail: { contactId: id, channel: 'form' } } as const;
    const { added } = await deps.addContact(contact, key, [event]);
    const kept = added ? { contactId: id, hash: key.hash } : await deps.readKey(key.id);
    if (!kept) throw new Error('key-vanished');
    return reply(kept);
  };

/** The answer to a submission, made anew from what was kept: the first time and each time it is repeated. */
const replyWith =
  (idempotencyKey: string, hash: string, deps: SubmitDeps) =>
  async (kept: { contactId: string; hash: string }): Promise<Reply> => {
    if (kept.hash !== hash) throw new Refusal('idempotency-key-reused');
    const { form, receivedAt } = await deps.contact(kept.contactId);
    if (!form) throw new Error('contact-without-form');
    const procedure = await deps.procedure(form.procedure, form.revision);
    return {
      reference: form.reference,
      trackingCode: deps.trackingCodeOf(kept.contactId, idempotencyKey),
      receivedAt,
      commitmentDays: procedure?.commitmentDays ?? 0,
    };
  };

const fieldsIn = <T extends Field['type']>(procedure: Procedure, type: T): Extract<Field, { type: T }>[] =>
  askedSteps(procedure)
    .flatMap((step) => step.fields)
    .filter((field): field is Extract<Field, { type: T }> => field.type === type);

function refuseWhenClosed(procedure: Procedure, today: string): void {
  if (isOpenOn(procedure, today)) return;
  const next = opensOn(procedure, today);
  throw new Refusal('procedure-closed', [
    { field: 'open', code: 'closed', ...(next && { params: { opensOn: next } }) },
  ]);
}

function refuseWhenIneligible(procedure: Procedure, answers: Answers, today: string): void {
  const reasons = reasonsAgainst(procedure, answers, today);
  if (reasons.length === 0) return;
  throw new Refusal(
    'not-eligible',
    reasons.map((message) => ({ field: 'ineligible', code: 'not-eligible', message })),
  );
}

function checked(
  procedure: Procedure,
  { answers, uploads }: Input['body'],
  { communes }: Pick<Authority, 'communes'>,
  today: string,
): Answers {
  // What was uploaded for a question is its answer, whatever the answers say.
  const files = fieldsIn(procedure, 'files').map(({ name }) => {
    const ids = uploads.filter((upload) => upload.field === name).map((upload) => upload.uploadId);
    return [name, ids.length > 0 ? ids : undefined] as const;
  });
  const given = { ...answers, ...Object.fromEntries(files) } as Answers;
  const kept = clean(procedure, given, today);
  const strangers = fieldsIn(procedure, 'commune').filter(
    ({ name }) => kept[name] !== undefined && !communes.some(({ code }) => code === kept[name]),
  );
  const problems = validate(procedure, given, today);
  const elsewhere = strangers
    .filter(({ name }) => !problems.some(({ field }) => field === name))
    .map(({ name }) => ({ field: name, code: 'not-an-option' }));
  if (problems.length + elsewhere.length > 0)
    throw new Refusal('invalid-answers', [...problems, ...elsewhere]);
  return kept;
}

async function claim(
  procedure: Procedure,
  answers: Answers,
  { uploads }: Input['body'],
  contactId: string,
  deps: SubmitDeps,
): Promise<ContactDocument[]> {
  const asked = fieldsIn(procedure, 'files').flatMap(({ name: field, accept }) => {
    const ids = [answers[field] ?? []].flat();
    return uploads
      .filter(({ uploadId }) => ids.includes(uploadId))
      .map((upload) => ({ ...upload, field, accept }));
  });
  return Promise.all(
    asked.map(async ({ uploadId, name, field, accept }) => {
      const claimed = await deps.claimUpload(uploadId, name, `forms/${contactId}/${uploadId}`);
      const isAccepted = accept.some((kind) =>
        acceptedUploads[kind].some((type) => type === claimed.contentType),
      );
      if (!isAccepted) throw new Refusal('unsupported-type', [{ field, code: 'unsupported-type' }]);
      return {
        id: uploadId,
        name: claimed.name,
        contentType: claimed.contentType,
        size: claimed.size,
        original: { bucket: 'evidence', key: claimed.key, versionId: claimed.versionId },
        pages: [],
        ...(claimed.scan === 'clean' ? {} : { held: claimed.scan }),
      };
    }),
  );
}
