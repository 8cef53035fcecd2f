import type { Offer } from '../../../functions/households/offer-back.ts';
import type { submitForm } from '../../../functions/intake/public-api.ts';
import type { AnswerOf } from '../../ui/api.ts';

/** The last sending of a procedure in this tab: survives a reload, is forgotten with the tab, since the code opens the file. */
export type Sent = AnswerOf<typeof submitForm> & {
  email: string | null;
  already?: boolean;
  /** What these answers make due. */
  cents?: number;
  /** What was typed and the household does not hold yet, to be kept with its owner's yes. */
  offers?: Offer[];
  member?: string;
};

const key = (id: string) => `parvis:sent:${id}`;
export function readSent(id: string): Sent | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key(id)) ?? '') as Sent;
  } catch {
    return undefined;
  }
}
export function writeSent(id: string, sent: Sent): void {
  try {
    sessionStorage.setItem(key(id), JSON.stringify(sent));
  } catch {
    // Without storage the page still shows it, until it is closed.
    memory.set(id, sent);
  }
}
export function forgetSent(id: string): void {
  sessionStorage.removeItem(key(id));
}
const memory = new Map<string, Sent>();
export const sentOf = (id: string): Sent | undefined => readSent(id) ?? memory.get(id);

/** Whether this reference was given in this tab: it exists, even when it is not found yet. */
export function wasJustSent(reference: string): boolean {
  try {
    return Object.entries(sessionStorage).some(
      ([name, value]) =>
        name.startsWith(key('')) && (JSON.parse(String(value)) as Sent).reference === reference,
    );
  } catch {
    return false;
  }
}
