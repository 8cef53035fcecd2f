import type { ContactHeader } from '../../intake/contact-items.ts';
import type { BusEvent } from '../../shared/events.ts';
import { Refusal } from '../../shared/refusal.ts';
import { isOpen } from './filing.ts';

export type WithdrawDeps = {
  header(contactId: string): Promise<ContactHeader>;
  update(
    header: ContactHeader,
    changes: Partial<ContactHeader>,
    now: string,
    events: BusEvent[],
  ): Promise<unknown>;
  now(): string;
};

/**
 * A letter all of whose pages went elsewhere: nobody is asked about it any more, and its machine ends as after any decision.
 * What it was made of stays. Done again nothing changes; what somebody decided meanwhile stands.
 */
export const withdrawal = ({ header, update, now }: WithdrawDeps) => ({
  async withdraw(contactId: string): Promise<void> {
    // Planned and never made: nothing to withdraw.
    const known = await header(contactId).catch(missing);
    if (!known || !isOpen(known)) return;
    const at = now();
    const decision = {
      kind: 'withdraw',
      by: 'auto',
      at,
      key: `withdraw-${contactId}`,
      proposed: null,
    } as const;
    const decided: BusEvent = { type: 'contact-decided', detail: { contactId } };
    await update(known, { state: 'refused', decision }, at, [decided]);
  },
  isWithdrawn: async (contactId: string): Promise<boolean> =>
    (await header(contactId).catch(missing))?.decision?.kind === 'withdraw',
});

function missing(error: unknown): null {
  if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
  return null;
}
