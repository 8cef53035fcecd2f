import type { Contact, SuggestedRequest } from '../intake/contact.ts';
import { isVerifiedSender } from '../intake/mail-verdict.ts';
import type { LetterQr } from '../letters/qr.ts';
import { shortCodesIn } from '../letters/short-code.ts';
import { findText, type TextDeps } from '../sms/find-text.ts';
import { cluesOf } from './clues.ts';
import { type Candidate, decideThread } from './decide-thread.ts';
import { sheetOf } from './find-sheet.ts';
import { mailKey, quotedIds } from './mail-id.ts';
import { fold } from './names.ts';
import { readReplyAddress, type Sign } from './reply-address.ts';
import type { SentMail } from './sent-mail.ts';

export type ThreadDeps = TextDeps & {
  /** Requests of each Message-ID that is known, in one read. */
  mails(keys: readonly string[]): Promise<Map<string, SentMail>>;
  replySign(): Promise<Sign>;
  /** What a code says; null when its proof is wrong. */
  readCode(text: string): Promise<LetterQr | null>;
  /** What a short code stands for, from its digits; null for nothing. */
  findCode(digits: string): Promise<LetterQr | null>;
  /**
   * Further addresses of a person that somebody checked or that an identity provider certified: one that was only declared, on
   * a form or in a mail, may have been declared by anybody who knows a name and a date of birth.
   */
  addressesOf(personId: string): Promise<string[]>;
};
/**
 * `slip`: what of which slip it came with (slip-sheet.ts), `documents`: the awaited ones that it ticks; `returned`: our own letter came back; `reported`: the message a report is about.
 */
export type Found =
  | {
      kind: 'join' | 'file';
      reference: string;
      proofs: string[];
      slip?: string;
      documents?: string[];
      returned?: { messageId: string };
      reported?: { messageId: string };
    }
  | {
      kind: 'suggest';
      suggested: SuggestedRequest[];
      after?: { reference: string; department: string | null };
    }
  | { kind: 'none' };

/** Of a long thread the nearest mails are enough; one read gives a hundred. */
const mostQuoted = 40;

/** Looks up what a contact points to, and says where it belongs: by itself on two proofs, else as a suggestion. */
export const findThread =
  (deps: ThreadDeps) =>
  async (contact: Contact, prefix: string): Promise<Found> => {
    if (contact.form) return { kind: 'none' };
    if (contact.sms) return findText(deps, contact, contact.sms, prefix);
    const report = await reportOf(deps, contact);
    if (report) return report;
    const sheet = await sheetOf(deps, contact);
    return sheet ?? mailOf(deps, contact, prefix);
  };

/**
 * What a mail server says of a mail of ours: no person wrote it, and the id that SES gave our mail is known to nobody who did
 * not handle it. It is kept with the message it is about, if that is one of ours.
 */
async function reportOf({ mails }: ThreadDeps, { mail }: Contact): Promise<Found | null> {
  const id = mail?.automatic && mail.report?.messageId;
  if (!id) return null;
  const sent = (await mails([mailKey(id)])).get(mailKey(id));
  const [reference] = sent?.messageId ? sent.requests : [];
  return reference && sent?.messageId
    ? { kind: 'file', reference, proofs: ['report'], reported: { messageId: sent.messageId } }
    : null;
}

async function mailOf(deps: ThreadDeps, contact: Contact, prefix: string): Promise<Found> {
  const { mail, sender } = contact;
  const addressed = (mail?.recipients ?? []).filter((one) => one.includes('+'));
  const sign = addressed.length > 0 ? await deps.replySign() : null;
  const tokens = addressed.flatMap((one) => (sign && readReplyAddress(one, sign)) ?? []);
  const known = mail ? await deps.mails(quotedIds(mail, mostQuoted)) : new Map<string, SentMail>();
  const threads = [...known.values()].flatMap(({ requests }) => requests);
  const text = `${contact.subject}\n${contact.text}`;
  const cited = await Promise.all(shortCodesIn(text).map((digits) => deps.findCode(digits)));
  const codes = cited.flatMap((qr) => qr?.reference ?? []);
  const clues = cluesOf({ text, prefix, tokens, threads, codes });
  const candidates = await Promise.all(clues.map(({ reference }) => candidateOf(deps, reference)));
  const writer = {
    ...{ name: sender.name, email: sender.email },
    isVerified: mail !== undefined && isVerifiedSender(mail.verdicts),
    isAutomatic: mail?.automatic ?? false,
    ...(mail ? {} : { sheet: fold(contact.text) }),
  };
  const found = decideThread(
    writer,
    clues,
    candidates.filter((one) => one !== null),
  );
  if (found.kind !== 'suggest') return found;
  const { after: reference, ...suggestion } = found;
  const department = candidates.find((one) => one?.reference === reference)?.department ?? null;
  return { ...suggestion, ...(reference ? { after: { reference, department } } : {}) };
}

async function candidateOf(
  deps: ThreadDeps,
  reference: string,
): Promise<(Candidate & { department: string | null }) | null> {
  const whole = await deps.request(reference);
  if (!whole) return null;
  const { request, sender } = whole;
  const more = request.person ? await deps.addressesOf(request.person) : [];
  return {
    reference,
    state: request.state,
    department: request.department,
    name: sender.name,
    emails: [sender.email ?? '', ...more],
  };
}
