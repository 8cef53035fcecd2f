import type { Contact } from '../intake/contact.ts';
import { isVerifiedSender } from '../intake/mail-verdict.ts';

export type HistoryDeps = {
  /** The latest requests of the one person who has an address or a number, none where several share it. */
  requestsOf(kind: 'email' | 'phone', value: string, limit: number): Promise<string[]>;
  /** Null where it has none, or is not there any more. */
  departmentOf(reference: string): Promise<string | null>;
};

const latest = 10;
/** Who writes to the cabinet is known to its own people alone. */
const reserved = 'cabinet';

/**
 * Departments of the sender's own earlier requests, the latest first. Only an address that its domain vouches for or the
 * number of a call says who it is; a name, or the number on a letter, may be anybody's.
 */
export const senderHistory =
  ({ requestsOf, departmentOf }: HistoryDeps) =>
  async ({ mail, call, sender }: Pick<Contact, 'mail' | 'call' | 'sender'>): Promise<string[]> => {
    const references =
      mail && sender.email && isVerifiedSender(mail.verdicts)
        ? await requestsOf('email', sender.email, latest)
        : call?.number
          ? await requestsOf('phone', call.number, latest)
          : [];
    const departments = await Promise.all(references.map(departmentOf));
    return departments.filter((code): code is string => code !== null && code !== reserved);
  };
