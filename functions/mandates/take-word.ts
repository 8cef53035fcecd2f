import { emailOf, phoneOf } from '../citizens/normalise.ts';
import type { Contact } from '../intake/contact.ts';
import { type Sign, saysEnd, wayHash } from './code.ts';
import { isLive, over } from './mandate.ts';
import type { MandateTable } from './mandate-table.adapter.ts';

export type WordDeps = {
  contact(id: string): Promise<Contact | null>;
  mandates: Pick<MandateTable, 'byWay' | 'save'>;
  sign(): Promise<Sign>;
  now(): string;
};

/**
 * Somebody answers the mail or the text that told them of a mandate with the one word: every mandate told there ends. A mail
 * whose domain disowns it says nothing; anything else may end a mandate, never begin one.
 */
export const takeWord =
  (deps: WordDeps) =>
  async (contactId: string): Promise<{ ended: number }> => {
    const contact = await deps.contact(contactId);
    if (!contact || !saysEnd(contact.text) || contact.mail?.verdicts.dmarc === 'FAIL') return { ended: 0 };
    const { email, phone } = contact.sender;
    const from = contact.channel === 'sms' ? phoneOf(phone) : emailOf(email);
    if (!from) return { ended: 0 };
    const now = deps.now();
    const found = await deps.mandates.byWay(wayHash(from, await deps.sign()));
    const live = found.filter((one) => one.way.to === from && isLive(one, now));
    for (const one of live) await deps.mandates.save(one, over(one, 'revoked', 'word', now), 'over');
    return { ended: live.length };
  };
