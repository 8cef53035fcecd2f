import { e164 } from '../delivery/phone.ts';
import type { Contact, ObjectRef } from '../intake/contact.ts';
import type { BusEvent } from '../shared/events.ts';
import { commandOf } from './command.ts';
import type { OptOut } from './text.ts';

/** What a two-way number publishes; `previousPublishedMessageId` is the text of ours that it follows, when AWS knows. */
export type ReceivedSms = {
  originationNumber: string;
  destinationNumber: string;
  messageBody: string;
  inboundMessageId: string;
  previousPublishedMessageId?: string | undefined;
};
export type ReceiveDeps = {
  keepEvidence(key: string, body: string): Promise<ObjectRef>;
  addContact(contact: Contact, key: { id: string; hash: string }, events: BusEvent[]): Promise<unknown>;
  /** Takes what a number asks for, once for each contact. */
  command(optOut: OptOut & { contactId: string }): Promise<void>;
  isKnown(key: string): Promise<boolean>;
  derivedId(...parts: string[]): string;
  now(): string;
};

const longestSubject = 80;
const controls = /[\p{Cc}\p{Bidi_Control}]+/gu;
const lineOf = (text: string): string =>
  [...text.replace(/\s+/g, ' ').replace(controls, ' ').trim().toWellFormed()]
    .slice(0, longestSubject)
    .join('');

/**
 * Takes in a text: its evidence first, then a contact, once for each message. Who asks for no more texts gets none, not even
 * one that says so; that contact is kept and goes no further.
 */
export const receiveSms =
  (deps: ReceiveDeps) =>
  async (sms: ReceivedSms): Promise<void> => {
    const { originationNumber, destinationNumber, inboundMessageId, messageBody } = sms;
    const id = deps.derivedId('sms', inboundMessageId);
    const from = e164(originationNumber) ?? originationNumber;
    const command = commandOf(messageBody);
    const key = `sms#${id}`;
    const at = deps.now();
    if (!(await deps.isKnown(key))) {
      const evidence = await deps.keepEvidence(`sms/${id}.json`, JSON.stringify(sms));
      const contact: Contact = {
        ...{ id, channel: 'sms', receivedAt: at, state: 'received', version: 1, evidence: [evidence] },
        sender: { name: null, email: null, phone: from, address: null },
        subject: lineOf(messageBody),
        text: messageBody.replaceAll('\0', '').toWellFormed(),
        documents: [],
        sms: { from, to: destinationNumber, messageId: inboundMessageId, ...(command ? { command } : {}) },
      };
      const event = { type: 'contact-received', detail: { contactId: id, channel: 'sms' } } as const;
      await deps.addContact(contact, { id: key, hash: id }, command ? [] : [event]);
    }
    if (!command) return;
    const lifted = command === 'start' ? { lifted: { by: 'citizen', at, reason: '' } } : {};
    await deps.command({ number: from, at, by: 'citizen', contactId: id, ...lifted });
  };
