import type { ObjectRef } from '../intake/contact.ts';
import { addressLines } from '../letters/address-lines.ts';
import type { DrawnLetter, LetterGiven, PrintedCode, ReturnSlip } from '../letters/letter.ts';
import type { LetterQr } from '../letters/qr.ts';
import {
  addresseeOf,
  type MessageRecord,
  type SenderRecord,
  trackingCodePlace,
} from '../requests/records.ts';
import type { RequestTable } from '../requests/request-table.adapter.ts';
import type { Authority } from '../settings/authority.ts';
import { nextStop, reachOf } from './channel.ts';
import { infected, type ScanDeps } from './infected.ts';
import { noted } from './left.ts';
import { carrier } from './messages/fr.ts';
import { giveUp, isUnderWay, MessageHeld, type Named, type Outcome, type StoreDeps } from './send.ts';

export type LetterDeps = StoreDeps &
  ScanDeps & {
    requests: Pick<RequestTable, 'append' | 'snapshot'>;
    draw(letter: LetterGiven): Promise<DrawnLetter>;
    /** Codes by which the letter, the slip it ends with, and each part of that are recognised when they come back. */
    codeOf(thing: LetterQr): Promise<PrintedCode>;
    bytes(file: ObjectRef): Promise<Uint8Array>;
    count(pdf: Uint8Array): Promise<number>;
    join(
      letters: readonly Uint8Array[],
      enclosures: readonly { contentType: string; bytes: Uint8Array }[],
    ): Promise<{ pdf: Uint8Array; pages: number }>;
    write(key: string, pdf: Uint8Array, about: Record<string, string>): Promise<void>;
  };
type Given = {
  deps: LetterDeps;
  authority: Authority;
  reference: string;
  message: MessageRecord;
  recipient: string[];
  day: string;
  department: string | null;
};

/** Kinds of file that can be printed behind a letter. */
const printable: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];

const letterKey = (reference: string, { id, history = [] }: MessageRecord): string => {
  const round = history.filter(({ state }) => state === 'resent').length;
  return `letters/${reference}/${id}${round ? `-${round + 1}` : ''}.pdf`;
};

/** What goes back with the documents that the message asks for. */
const slipOf = async (
  { deps, authority, reference, message, recipient }: Given,
  office: string,
): Promise<ReturnSlip | null> => {
  if (!message.slip) return null;
  const { askId, documents, until, numbers } = message.slip;
  const slip = { reference, id: askId, kind: 'slip' } as const;
  const parts: PrintedCode[] = [];
  // One document alone needs no part of its own: the slip is its part.
  if (documents.length > 1)
    for (const index of documents.keys())
      parts.push(await deps.codeOf({ ...slip, part: numbers?.[index] ?? index + 1 }));
  return {
    ...{ documents, until, parts, from: recipient },
    ...(await deps.codeOf(slip)),
    address: [authority.name, ...office.split(/,\s*/).filter((one) => one !== authority.name)],
  };
};

const drawn = async (given: Given) => {
  const { deps, authority, reference, message, recipient, day } = given;
  const text = message.text.replaceAll(trackingCodePlace, message.trackingCode ?? '');
  const enclosures = message.attachments.map(({ name }) => name);
  const codes = await deps.codeOf({ kind: 'letter', reference, id: message.id });
  const department = authority.departments.find(({ code }) => code === given.department) ?? null;
  const slip = await slipOf(given, (department ?? authority.contact).postalAddress);
  const { pdf, pages } = await deps.draw({
    ...{
      authority,
      reference,
      subject: message.subject,
      text,
      recipient,
      day,
      enclosures,
      ...codes,
      department,
      slip,
    },
  });
  return { pdf, pages };
};

/** A sealed letter is never drawn again: once its address was mended, a sheet before it bears the new one. */
const sealed = async (given: Given, readyPdf: string) => {
  const { deps, message } = given;
  const pdf = await deps.bytes({ bucket: 'documents', key: readyPdf });
  const wasResent = message.history?.some(({ state }) => state === 'resent');
  if (!wasResent) return { pdf, pages: await deps.count(pdf) };
  const sheet = await drawn({
    ...given,
    message: { ...message, text: carrier, attachments: [], slip: undefined },
  });
  return deps.join([sheet.pdf, pdf], []);
};

/** The sealed letter itself is no enclosure of its own. */
const isPrinted =
  ({ readyPdf }: Pick<MessageRecord, 'readyPdf'>) =>
  ({ contentType, object }: MessageRecord['attachments'][number]): boolean =>
    printable.includes(contentType) && object.key !== readyPdf;

const whole = async (given: Given) => {
  const { deps, message } = given;
  const { readyPdf } = message;
  const letter = readyPdf ? await sealed(given, readyPdf) : await drawn(given);
  const printed = message.attachments.filter(isPrinted(message));
  if (printed.length === 0) return letter;
  const enclosures = await Promise.all(
    printed.map(async ({ contentType, object }) => ({ contentType, bytes: await deps.bytes(object) })),
  );
  return deps.join([letter.pdf], enclosures);
};

/** What becomes of the address: where nobody knows one, an agent completes it. */
const linesFor = (person: SenderRecord): string[] => {
  const { address } = reachOf(person);
  return address ? addressLines(person.name, address).lines : [];
};

/** Makes the letter of a message, once, and puts it among those that wait for the printer. */
export const writeLetter =
  (deps: LetterDeps) =>
  async ({ reference, messageId }: Named): Promise<Outcome> => {
    const { messages, requests } = deps;
    const [citizen, before] = await Promise.all([
      messages.sender(reference),
      messages.read(reference, messageId),
    ]);
    const person = addresseeOf(before, citizen);
    if (!isUnderWay(before)) return { outcome: 'done' };
    const stop = nextStop(before, person);
    if (stop === 'nobody') {
      await giveUp(deps, { reference, messageId }, 'no-channel', deps.lease().now);
      return { outcome: 'done' };
    }
    if (stop !== 'letter') return { outcome: stop };
    const hindrance = await infected(deps, { attachments: before.attachments.filter(isPrinted(before)) });
    const lease = deps.lease();
    if (hindrance) {
      await giveUp(deps, { reference, messageId }, hindrance, lease.now);
      return { outcome: 'done' };
    }
    const message = await messages.claim(reference, messageId, lease);
    if (!message) throw new MessageHeld(messageId);
    const authority = await deps.authority();
    const recipient = linesFor(person);
    const day = deps.dayIn(authority.timeZone, lease.now);
    const { department } = (await requests.snapshot(reference)).request;
    const { pdf, pages } = await whole({ deps, authority, reference, message, recipient, day, department });
    const key = letterKey(reference, message);
    const about = { reference, message: messageId, to: recipient.join(', '), subject: message.subject };
    await deps.write(key, pdf, about);
    const { leaseOwner: _o, leaseUntil: _u, trackingCode: _c, ...kept } = message;
    const waiting: MessageRecord = {
      ...kept,
      ...{ delivery: 'to-print', letterKey: key, queuedAt: lease.now, pages, department },
      recipient: recipient.join('\n'),
    };
    const after = noted(waiting, { channel: 'letter', at: lease.now, state: 'to-print', providerId: null });
    const only = [messages.replaceHeld(reference, lease.owner, after)];
    await requests.append(reference, { key: `letter-${lease.owner}`, only }, async () => {
      const held = await messages.read(reference, messageId);
      if (held.leaseOwner !== lease.owner) return { commands: [] };
      return { commands: [{ command: 'message-sent', messageId, channel: 'letter', providerId: null }] };
    });
    return { outcome: 'done' };
  };
