import { automaticTable } from '../../functions/delivery/automatic-table.adapter.ts';
import { list, print } from '../../functions/delivery/letters.ts';
import type { Mail } from '../../functions/delivery/mail.adapter.ts';
import type { Sent } from '../../functions/delivery/send.ts';
import { sendMail } from '../../functions/delivery/send-mail.ts';
import { sendSms, type Text } from '../../functions/delivery/send-sms.ts';
import { isSuppressed } from '../../functions/delivery/suppression.ts';
import { suppressionTable } from '../../functions/delivery/suppression-table.adapter.ts';
import { takeMailEvent } from '../../functions/delivery/take-mail-event.ts';
import { writeLetter } from '../../functions/delivery/write-letter.ts';
import { acknowledge } from '../../functions/instruction/acknowledge.ts';
import { askRepair, assign as assignFirst, close } from '../../functions/instruction/instruct.ts';
import type { Contact } from '../../functions/intake/contact.ts';
import { codeTable } from '../../functions/letters/code-table.adapter.ts';
import type { LetterGiven } from '../../functions/letters/letter.ts';
import { signer } from '../../functions/letters/pepper-key.adapter.ts';
import type { LetterQr } from '../../functions/letters/qr.ts';
import { receiptPdf } from '../../functions/letters/receipt-pdf.adapter.ts';
import { boardTable } from '../../functions/requests/board-table.adapter.ts';
import { type FollowDeps, open, printReceipt, track, write } from '../../functions/requests/follow.ts';
import { messageTable } from '../../functions/requests/message-table.adapter.ts';
import { openRequest } from '../../functions/requests/open-request.ts';
import { readBoard } from '../../functions/requests/read-board.ts';
import { readRequest } from '../../functions/requests/read-request.ts';
import { requestTable } from '../../functions/requests/request-table.adapter.ts';
import {
  derivedId,
  hashTrackingCode,
  isTrackingCode,
  newSalt,
  newTrackingCode,
  sha256,
} from '../../functions/requests/secrets.adapter.ts';
import { answer, assign, message, note, type WorkDeps } from '../../functions/requests/work.ts';
import { Authority } from '../../functions/settings/authority.ts';
import { dayIn, newId, now, timeIn } from '../../functions/shared/clock.adapter.ts';
import { newAnswerCode } from '../../functions/sms/answer-code.adapter.ts';
import { textTable } from '../../functions/sms/text-table.adapter.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };
import { anAgent } from './an-agent.ts';
import type { TestDatabase } from './dynamo.ts';

export { anAgent, asAgent } from './an-agent.ts';
export const authority = Authority.parse(valClair);
export const publicUrl = 'http://127.0.0.1:3150';
/** What the mail of an answer carries. */
export const answerCode = 'C4D6F-7H9KT';
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
  const suppressions = suppressionTable(db, name);
  const automatic = automaticTable(db, name);
  const contacts = new Map<string, Contact>();
  const clock: { at?: string } = {};
  const sent: Mail[] = [];
  const alerts: { code: string; reference: string; reason: string }[] = [];
  const letters: LetterGiven[] = [];
  const texts: Text[] = [];
  const scans: { status: string | undefined } = { status: 'NO_THREATS_FOUND' };
  const carrier: { answer: () => Sent } = { answer: () => ({ providerId: `sns-${texts.length}` }) };
  const post: { answer: () => Sent } = {
    answer: () => ({
      providerId: `ses-${sent.length}`,
      mailId: `ses-${sent.length}@eu-west-3.amazonses.com`,
    }),
  };
  const leases = { start: 0, count: 0 };
  const lease = () => {
    leases.count += 1;
    const at = (offset: number) => new Date(Date.UTC(2026, 3, 2) + leases.start + offset).toISOString();
    return { owner: `owner-${leases.count}`, now: at(0), until: at(45_000) };
  };
  const codes = codeTable(db, name);
  const codeOf = (thing: LetterQr) => codes.keep(thing, signer('pepper', 'letter-qr'));
  const shared = { authority: async () => authority, lease, requests, messages, dayIn };
  return {
    name,
    db,
    requests,
    messages,
    suppressions,
    automatic,
    contacts,
    sent,
    clock,
    alerts,
    letters,
    texts,
    scans,
    carrier,
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
      now: () => clock.at ?? now(),
      timeIn,
      dayIn,
      newTrackingCode: () => trackingCode,
      hashTrackingCode,
      publicUrl,
      ...{ answers: automatic.answers, answersWrites: automatic.answersWrites },
      alert: (code, detail) => void alerts.push({ code, ...detail }),
    }),
    sendMail: sendMail({
      ...shared,
      scan: async () => scans.status,
      department: async (reference) => (await requests.snapshot(reference)).request.department,
      bytes: async () => new TextEncoder().encode('%PDF-1.7'),
      send: async (mail) => {
        const answer = post.answer();
        if (!('refused' in answer)) sent.push(mail);
        return answer;
      },
      publicUrl,
      replySign: async () => signer('pepper', 'reply-address'),
      codeOf,
      answerCode: async () => answerCode,
      awaiting: async (reference) => (await requests.snapshot(reference)).request.awaited?.askId ?? null,
      conversation: messages.conversation,
      isSuppressed: async (address) => isSuppressed(await suppressions.find(address)),
      countMail: automatic.countMail,
    }),
    sendSms: sendSms({
      ...shared,
      send: async (text) => {
        const answer = carrier.answer();
        if (!('refused' in answer)) texts.push(text);
        return answer;
      },
      texts: textTable(db, name),
      newAnswerCode,
      publicUrl,
    }),
    writeLetter: writeLetter({
      ...shared,
      draw: async (letter) => {
        letters.push(letter);
        return { pdf: new TextEncoder().encode('%PDF-1.7'), pages: 1, seal: null };
      },
      codeOf,
      bytes: async () => new TextEncoder().encode('%PDF-1.7'),
      count: async () => 2,
      join: async (some) => ({ pdf: some[0] ?? new Uint8Array(), pages: some.length * 2 }),
      write: async () => undefined,
      scan: async () => scans.status,
    }),
  };
};

const colleagues = [anAgent(), anAgent({ login: 'samira', departments: ['voirie'] })];
let keys = 0;
export const aKey = () => {
  keys += 1;
  return { 'idempotency-key': `key-${String(keys).padStart(16, '0')}` };
};

const pieceOf = (
  upload: { uploadId: string; name: string },
  place: { reference: string; messageId: string; index: number },
) => ({
  id: derivedId(JSON.stringify(place)),
  name: upload.name,
  contentType: 'application/pdf',
  size: 1_000,
  object: {
    bucket: 'evidence' as const,
    key: `requests/${place.reference}/${place.messageId}/${place.index}`,
  },
});

/** What agents and citizens do with the requests of a world. */
export const doings = (world: RequestWorld, at = '2026-04-03T08:00:00.000Z') => {
  const { load, append, snapshot } = world.requests;
  const common = {
    load,
    append,
    snapshot,
    authority: async () => authority,
    procedure: async () => null,
    newSalt,
    dayIn,
  };
  const working: WorkDeps = {
    ...common,
    agent: async (login) => colleagues.find((one) => one.login === login) ?? null,
    claim: async (upload, place) => pieceOf(upload, place),
    derivedId,
    now: () => at,
    hash: sha256,
  };
  const following: FollowDeps = {
    ...working,
    ...common,
    isCode: isTrackingCode,
    url: async ({ key }) => `https://files.example/${key}`,
    drawReceipt: receiptPdf,
    codeOf: async () => ({ qr: 'PARVIS', short: '4827-1930-5562-K' }),
  };
  const posting = {
    ...{ messages: world.messages, requests: world.requests, now: () => at },
    url: async ({ key }: { key: string }) => key,
  };
  return {
    assign: assign(working),
    note: note(working),
    message: message(working),
    answer: answer(working),
    track: track(following),
    write: write(following),
    openPiece: open(following),
    receipt: printReceipt(following),
    read: readRequest({
      ...common,
      contact: async (id) => world.contacts.get(id) ?? aContact(id),
      url: async ({ key }) => `https://files.example/${key}`,
      now: () => at,
    }),
    board: readBoard({
      board: boardTable(world.db, world.name),
      authority: async () => authority,
      now: () => at,
      dayIn,
    }),
    print: print({ ...posting }),
    letters: list({ ...posting }),
    mailEvent: takeMailEvent({
      messages: world.messages,
      requests: world.requests,
      suppress: world.suppressions.add,
      now: () => at,
      newTrackingCode: () => trackingCode,
      hashTrackingCode,
    }),
    instruct: {
      assign: async ({ reference }: { reference: string }) => {
        const { department } = (await snapshot(reference)).request;
        if (department) await assignFirst({ append })(reference, department);
      },
      close: async ({ reference }: { reference: string }) => {
        const { answer } = (await snapshot(reference)).request;
        const { request } = await close({ append })(reference, { messageId: answer?.messageId ?? '' });
        return { reference, state: request.state };
      },
      repair: askRepair({ append }, () => at),
    },
  };
};
export type RequestWorld = Awaited<ReturnType<typeof requestWorld>>;
