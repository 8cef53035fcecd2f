import type { AgentCaller } from '../agents/caller.ts';
import { mayRead } from '../agents/rights.ts';
import { type Contact, destinationOf } from '../intake/contact.ts';
import type { PrintedCode } from '../letters/letter.ts';
import { trackingUrlOf } from '../letters/mail.ts';
import { dayInWords, receipt as words } from '../letters/messages/fr.ts';
import { type LetterQr, receiptOf } from '../letters/qr.ts';
import type { ReceiptGiven } from '../letters/receipt-pdf.adapter.ts';
import { displayAnswers } from '../procedures/display.ts';
import type { Answers, Procedure } from '../procedures/procedure.ts';
import { departmentFor } from '../procedures/routing.ts';
import type { Append } from '../requests/append.ts';
import { messageItem } from '../requests/items.ts';
import { type MessageRecord, trackingCodePlace } from '../requests/records.ts';
import type { Authority } from '../settings/authority.ts';
import type { Download, InputOf, ReplyOf } from '../shared/api.ts';
import { Refusal } from '../shared/refusal.ts';
import type { mailContactReceipt, printContactReceipt } from './agent-api.ts';
import { receiptMail } from './messages/receipt-fr.ts';
import { promise } from './record-contact.ts';
import { promisedBy } from './recorded.ts';

export type ReceiptDeps = {
  contact(id: string): Promise<Contact>;
  authority(): Promise<Authority>;
  procedure(id: string, revision?: number): Promise<Procedure | null>;
  isCode(typed: string, kept: string): boolean;
  codeOf(thing: LetterQr): Promise<PrintedCode>;
  draw(given: ReceiptGiven): Promise<Uint8Array>;
  append: Append;
  derivedId(...parts: string[]): string;
  newSalt(): string;
  now(): string;
  dayIn(zone: string, instant: string): string;
  /** Waits a little: the request of a contact opens within seconds. */
  pause(): Promise<void>;
  publicUrl: string;
};
type Input = { params: { contactId: string }; body: { trackingCode: string | null } };
const tries = 12;

/** The contact, what it promised and where it goes. Refuses `not-found`, `forbidden` and `wrong-tracking-code`. */
const known = async (deps: ReceiptDeps, { params, body }: Input, { agent }: AgentCaller) => {
  const contact = await deps.contact(params.contactId);
  const promised = contact.recorded ? promisedBy(contact) : null;
  if (!promised) throw new Refusal('not-found');
  const mine = contact.recorded?.by === `agent:${agent.login}`;
  if (!mine && !mayRead(agent, { department: destinationOf(contact), agent: null }))
    throw new Refusal('forbidden');
  const { trackingCode } = body;
  if (trackingCode && !deps.isCode(trackingCode, promised.trackingHash))
    throw new Refusal('wrong-tracking-code');
  const authority = await deps.authority();
  const { form } = contact;
  const procedure = form ? await deps.procedure(form.procedure, form.revision) : null;
  const receivedOn = deps.dayIn(authority.timeZone, contact.receivedAt);
  const answers = (form?.answers ?? {}) as Answers;
  const routed = procedure ? departmentFor(procedure, answers, receivedOn) : null;
  const code = destinationOf(contact) ?? routed;
  return {
    ...{ contact, authority, procedure, receivedOn, trackingCode, answers },
    reference: promised.reference,
    department: authority.departments.find((one) => one.code === code)?.name ?? null,
    promisedOn: await promise(deps, contact),
  };
};

export const printReceipt =
  (deps: ReceiptDeps) =>
  async (input: InputOf<typeof printContactReceipt>, caller: AgentCaller): Promise<Download> => {
    const found = await known(deps, input, caller);
    const { contact, authority, procedure, reference, trackingCode, receivedOn } = found;
    const names = Object.fromEntries(contact.documents.map(({ id, name }) => [id, name]));
    const shown = procedure
      ? displayAnswers(procedure, found.answers, authority, names, { masked: true, today: receivedOn })
      : [];
    const bytes = await deps.draw({
      ...{ authority, reference, receivedOn },
      ...{ subject: contact.subject, text: contact.text },
      ...{ department: found.department, promisedOn: found.promisedOn },
      answers: shown.filter(({ filled }) => filled).map(({ step, label, value }) => ({ step, label, value })),
      documents: contact.documents.map(({ name }) => name),
      code: await deps.codeOf(receiptOf(reference, contact.id)),
      desk: {
        trackingUrl: trackingUrlOf(deps.publicUrl, reference, trackingCode ?? undefined),
        trackingCode,
      },
    });
    return { bytes, name: words.fileName(reference) };
  };

/** Queued like any message, with its line in the journal. Refuses `invalid-input` when no address is known. */
export const mailReceipt =
  (deps: ReceiptDeps) =>
  async (
    input: InputOf<typeof mailContactReceipt>,
    caller: AgentCaller,
  ): Promise<ReplyOf<typeof mailContactReceipt>> => {
    const { contact, authority, reference, trackingCode, ...found } = await known(deps, input, caller);
    const { email, name } = contact.sender;
    if (!email) throw new Refusal('invalid-input', [{ field: 'email', code: 'required' }]);
    const id = deps.derivedId(reference, 'receipt', input.headers['idempotency-key']);
    const message: MessageRecord = {
      ...{ id, from: 'authority', kind: 'message', at: deps.now(), author: null, attachments: [] },
      subject: receiptMail.subject(contact.subject),
      text: receiptMail.text({
        ...{ name, reference, authority: authority.name, department: found.department },
        receivedOn: dayInWords(found.receivedOn),
        promisedOn: dayInWords(found.promisedOn),
        trackingUrl: trackingUrlOf(deps.publicUrl, reference, trackingCode ? trackingCodePlace : undefined),
        trackingCode: trackingCode ? trackingCodePlace : null,
      }),
      ...{ delivery: 'queued', salt: deps.newSalt() },
      ...(trackingCode ? { trackingCode } : {}),
    };
    const queue = () =>
      deps.append(reference, { key: `receipt-${id}` }, (current) => {
        if (!current) throw new Refusal('not-found');
        return {
          commands: [{ command: 'receipt-queued', messageId: id, by: `agent:${caller.agent.login}` }],
          records: [messageItem(message)],
          announce: [{ type: 'message-queued', detail: { reference, messageId: id } }],
        };
      });
    for (let attempt = 1; ; attempt += 1) {
      try {
        await queue();
        return { reference, to: email };
      } catch (error) {
        const isToCome = error instanceof Refusal && error.code === 'not-found' && attempt < tries;
        if (!isToCome) throw error;
        await deps.pause();
      }
    }
  };
