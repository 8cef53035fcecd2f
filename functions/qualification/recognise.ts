import { letterOf } from '../delivery/returned.ts';
import type { Contact } from '../intake/contact.ts';
import { isOf, type LetterQr } from '../letters/qr.ts';
import type { Whole } from '../requests/items.ts';

export type RecogniseDeps = {
  /** What a code says; null when its proof is wrong. */
  readCode(text: string): Promise<LetterQr | null>;
  /** The request; null when there is none. */
  request(reference: string): Promise<Whole | null>;
};
export type Recognised = { reference: string; returned?: { messageId: string } };

/** An envelope scanned with its letter adds its two sides; more pages are somebody's answer. */
const envelopePages = 2;

const known = (contact: Contact, page: number, qr: LetterQr, whole: Whole): Recognised | null => {
  const { reference } = qr;
  if (qr.kind === 'slip') {
    const { awaited } = whole.request;
    return awaited && isOf(qr, awaited.askId) ? { reference } : null;
  }
  const message = letterOf(whole.messages, qr);
  const most = (message?.pages ?? 1) + envelopePages;
  const isLetterAlone = page <= envelopePages && (contact.scan?.pages.length ?? 0) <= most;
  return message && isLetterAlone ? { reference, returned: { messageId: message.id } } : null;
};

/**
 * What a scanned document is by the code on it, with two proofs that do not depend on each other: the code is signed, and the
 * request sent that letter, or awaits what the slip names. Anything less is left to a person.
 */
export const recognise =
  ({ readCode, request }: RecogniseDeps) =>
  async (contact: Contact): Promise<Recognised | null> => {
    for (const { page, text } of contact.scan?.codes ?? []) {
      const qr = await readCode(text);
      const whole = qr && (await request(qr.reference));
      const found = whole && known(contact, page, qr, whole);
      if (found) return found;
    }
    return null;
  };
