import { secondSigner } from '../drafts/cosign.ts';
import { signaturesTitle, signedBy } from '../drafts/messages/cosign-fr.ts';
import { answerWords } from '../procedures/messages/fr.ts';
import { isSlot } from '../procedures/normalise.ts';
import type { Answers, Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { InputOf, ReplyOf } from '../shared/api.ts';
import type { BusEvent } from '../shared/events.ts';
import { Refusal } from '../shared/refusal.ts';
import { checked, refuseWhenClosed, refuseWhenIneligible, type Submission } from './check-form.ts';
import { type ClaimUpload, claimFiles } from './claim-files.ts';
import type { Contact, ObjectRef } from './contact.ts';
import { senderOf, subjectOf, textOfAnswers } from './form-contact.ts';
import type { submitForm } from './public-api.ts';

type Lodged = { contactId: string; hash: string; by?: string };
type Input = InputOf<typeof submitForm>;
type Reply = ReplyOf<typeof submitForm>;
/** `by`: hash of the account that lodged it; nobody when it was not signed in. */
type Key = { id: string; hash: string; by?: string };
export type SubmitDeps = {
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  /** The same, unless it is archived, with the periods of today's revision: `null` when it is not offered. */
  offered(id: string, revision?: number): Promise<Procedure | null>;
  readKey(id: string): Promise<Lodged | undefined>;
  contact(id: string): Promise<Contact>;
  claimUpload: ClaimUpload;
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

/** Who lodges: the account that is signed in, whom of its household it is about, and those who signed when two must. */
export type Lodging = {
  account?: string | null;
  /** The mandate under which somebody else acts. */
  mandate?: string | undefined;
  signatures?: readonly { name: string; email: string | null; at: string }[];
};
type Judged = {
  procedure: Procedure;
  authority: Authority;
  answers: Answers;
  receivedAt: string;
  today: string;
};

/** What may be taken in now; refuses `not-found`, `procedure-closed`, `invalid-answers`, `not-eligible`. */
export const judgeForm =
  (deps: Pick<SubmitDeps, 'offered' | 'authority' | 'now' | 'dayIn'>) =>
  async (body: Submission): Promise<Judged> => {
    const procedure = await deps.offered(body.procedure, body.revision);
    if (!procedure) throw new Refusal('not-found');
    const authority = await deps.authority();
    const receivedAt = deps.now();
    const today = deps.dayIn(authority.timeZone, receivedAt);
    refuseWhenClosed(procedure, today);
    const answers = checked(procedure, body, authority, today);
    refuseWhenIneligible(procedure, answers, today);
    return { procedure, authority, answers, receivedAt, today };
  };

/**
 * Takes in the answers of a procedure: evidence first, then contact, key and announcement in one transaction. Refuses
 * `not-found`, `procedure-closed`, `invalid-answers` with the fields, `not-eligible` with the reasons, `idempotency-key-reused`,
 * `not-allowed-in-state` when a second person has to sign first, and what the uploads refuse.
 * @param caller who sends, which separates the keys of different people
 */
export const submitFormWith =
  (deps: SubmitDeps) =>
  async (input: Input, caller: string, lodging: Lodging = {}): Promise<Reply> => {
    const { headers, body } = input;
    const { account, mandate, signatures = [] } = lodging;
    const by = account ? deps.hash(account) : undefined;
    const isOthers = (one: Lodged) => Boolean(one.by && by && one.by !== by);
    const keyOf = (scope: string): Key => ({
      id: `form#${deps.hash(`${scope}#${headers['idempotency-key']}`)}`,
      hash: deps.hash(JSON.stringify(body)),
      ...(by && { by }),
    });
    const found = await deps.readKey(keyOf(caller).id);
    // Another account that comes with the same key has one of its own.
    const key = keyOf(found && isOthers(found) ? `${caller}#${by}` : caller);
    const first = found && isOthers(found) ? await deps.readKey(key.id) : found;
    const reply = replyWith(headers['idempotency-key'], key.hash, deps);
    if (first) return reply(first);
    const { procedure, authority, answers, receivedAt, today } = await judgeForm(deps)(body);
    if (secondSigner(procedure, answers) && signatures.length < 2)
      throw new Refusal('not-allowed-in-state', [{ field: 'cosign', code: 'cosign-needed' }]);
    const id = deps.newId();
    const documents = await claimFiles(procedure, answers, body, id, deps.claimUpload);
    const evidence = await deps.keepEvidence(`forms/${id}/submission.json`, {
      ...{ receivedAt, ...body },
      ...(signatures.length > 0 && { signatures }),
      ...(mandate && { by: `mandate:${mandate}` }),
    });
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
      text: [
        textOfAnswers(procedure, answers, authority, names, today),
        ...signaturesText(signatures, (instant) => deps.dayIn(authority.timeZone, instant)),
      ].join('\n\n'),
      documents,
      form: {
        procedure: procedure.id,
        revision: procedure.revision,
        answers,
        reference: await deps.nextReference(authority.prefix, year),
        trackingHash: deps.hashTrackingCode(deps.trackingCodeOf(id, headers['idempotency-key'])),
        ...(mandate && { by: `mandate:${mandate}` }),
        ...(body.language && { language: body.language }),
      },
    };
    const event = { type: 'contact-received', detail: { contactId: id, channel: 'form' } } as const;
    const { reference } = contact.form as NonNullable<Contact['form']>;
    const own = {
      type: 'request-lodged',
      detail: { reference, account: account ?? '', member: body.member },
    } as const;
    const holdsSlot = Object.values(answers).some(isSlot);
    const asked = {
      type: 'appointment-asked',
      detail: { contactId: id, ...(account && { account }) },
    } as const;
    const events = [event, ...(account ? [own] : []), ...(holdsSlot ? [asked] : [])];
    const { added } = await deps.addContact(contact, key, events);
    const kept = added ? { contactId: id, hash: key.hash } : await deps.readKey(key.id);
    if (!kept) throw new Error('key-vanished');
    // Two accounts with one key at the same instant: the second begins again with its own.
    return isOthers(kept) ? submitFormWith(deps)(input, caller, lodging) : reply(kept);
  };

/** Agents read who signed, and when, below the answers. */
function signaturesText(signatures: NonNullable<Lodging['signatures']>, dayOf: (instant: string) => string) {
  if (signatures.length === 0) return [];
  const lines = signatures.map(({ name, email, at }) => {
    const [year, month, day] = dayOf(at).split('-').map(Number) as [number, number, number];
    return signedBy(name, email, answerWords.date(year, month, day));
  });
  return [[signaturesTitle, ...lines].join('\n')];
}

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
