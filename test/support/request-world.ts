import type { Mail, Sent } from '../../functions/delivery/mail.adapter.ts';
import { sendMail } from '../../functions/delivery/send-mail.ts';
import { writeLetter } from '../../functions/delivery/write-letter.ts';
import { acknowledge } from '../../functions/instruction/acknowledge.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import type { LetterGiven } from '../../functions/letters/letter-pdf.adapter.ts';
import { messageTable } from '../../functions/requests/message-table.adapter.ts';
import { openRequest } from '../../functions/requests/open-request.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import {
  hashTrackingCode,
  newSalt,
  newTrackingCode,
  sha256,
} from '../../functions/requests/secrets.adapter.ts';
import { Authority } from '../../functions/shared/authority.ts';
import { dayIn, newId, now, timeIn } from '../../functions/shared/clock.adapter.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };
import type { TestDatabase } from './dynamo.ts';

export const authority = Authority.parse(valClair);
export const publicUrl = 'http://127.0.0.1:3150';
export const trackingCode = newTrackingCode();

export const aContact = (id: string, change: Partial<Contact> = {}): Contact => ({
  id,
  channel: 'mail',
  receivedAt: '2026-04-02T08:00:00.000Z',
  state: 'qualifying',
  version: 1,
  evidence: [],
  sender: { name: 'Jeanne Martin', email: 'jeanne@example.org', phone: null, address: null },
  subject: 'Acte de naissance',
  text: 'Je voudrais un acte de naissance.',
  documents: [],
  proposal: {
    department: 'etat-civil',
    confidence: 0.93,
    routed: true,
    others: [],
    procedure: null,
    urgency: 'normal',
    sender: { name: 'Jeanne Martin', email: 'jeanne@example.org', phone: null, address: null },
    subject: 'Acte de naissance',
    reference: null,
    reasons: ['acte de naissance'],
  },
  ...change,
});

/** The way of a request over a real database, with a post office that keeps what it was given. */
export const requestWorld = async ({ db, table, all }: TestDatabase) => {
  const name = await table();
  const requests = requestTable(db, name);
  const messages = messageTable(db, name);
  const contacts = new Map<string, Contact>();
  const sent: Mail[] = [];
  const letters: LetterGiven[] = [];
  const post: { answer: () => Sent } = { answer: () => ({ providerId: `ses-${sent.length}` }) };
  const leases = { start: 0, count: 0 };
  const lease = () => {
    leases.count += 1;
    const at = (offset: number) => new Date(Date.UTC(2026, 3, 2) + leases.start + offset).toISOString();
    return { owner: `owner-${leases.count}`, now: at(0), until: at(45_000) };
  };
  const shared = { authority: async () => authority, lease, requests };
  return {
    name,
    db,
    requests,
    messages,
    contacts,
    sent,
    letters,
    post,
    leases,
    items: () => all(name),
    open: openRequest({
      requests,
      contact: async (id) => contacts.get(id) ?? aContact(id),
      authority: async () => authority,
      procedure: async () => null,
      dayIn,
      newSalt,
      hash: sha256,
    }),
    acknowledge: acknowledge({
      load: requests.load,
      append: requests.append,
      authority: async () => authority,
      procedure: async () => null,
      newId,
      newSalt,
      now,
      timeIn,
      newTrackingCode: () => trackingCode,
      hashTrackingCode,
      publicUrl,
    }),
    sendMail: sendMail({
      ...shared,
      messages,
      sender: messages.sender,
      bytes: async () => new TextEncoder().encode('%PDF-1.7'),
      send: async (mail) => {
        const answer = post.answer();
        if (!('refused' in answer)) sent.push(mail);
        return answer;
      },
      publicUrl,
    }),
    writeLetter: writeLetter({
      ...shared,
      messages,
      draw: async (letter) => {
        letters.push(letter);
        return new TextEncoder().encode('%PDF-1.7');
      },
      write: async () => undefined,
      dayIn,
    }),
  };
};
export type RequestWorld = Awaited<ReturnType<typeof requestWorld>>;
