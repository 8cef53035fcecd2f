import { foldPersons } from '../citizens/cluster.ts';
import type { Payment } from '../payments/payment.ts';
import { consentCodes, type HeldView } from './citizen-api.ts';
import { heldBack, ownRequests } from './own-requests.ts';
import type { Part, ReadDeps } from './part.ts';
import type { Whoever } from './whoever.ts';

export type HeldDeps = ReadDeps & { parts: readonly Part[]; now(): string };

/** Ten years after the end of the year it was paid in: the accounts of a public body, and what the courts may ask of it. */
const accountedUntil = (paidAt: string): string => `${Number(paidAt.slice(0, 4)) + 10}-12-31`;

/** What is held of somebody, counted; what would stay after an erasure, and what they consented to. */
export const heldOf =
  (deps: HeldDeps) =>
  async (who: Whoever): Promise<HeldView> => {
    const found = await Promise.all(
      deps.parts.map(async (part) => ({ code: part.code, items: await part.held(deps, who) })),
    );
    const all = await ownRequests(deps.store, who);
    const open = all.flatMap(({ reference, request, isTheirs, subject }) => {
      const why = isTheirs ? heldBack(request, all) : null;
      const mayWithdraw = why === 'open' && request.letter?.state !== 'circulating';
      return why ? [{ reference, subject, why, mayWithdraw }] : [];
    });
    const paid = (found.find(({ code }) => code === 'payments')?.items ?? []).flatMap((item) => {
      const { paid: when } = item as Partial<Payment>;
      return when ? [when.at] : [];
    });
    const last = paid.toSorted().at(-1);
    const consents = who.persons.length > 0 ? foldPersons(who.persons).consents : {};
    return {
      parts: found.map(({ code, items }) => ({ code, count: items.length })),
      open,
      accounting: { payments: paid.length, until: last ? accountedUntil(last) : null },
      consents: consentCodes.flatMap((code) => {
        const said = consents[code];
        return said ? [{ code, granted: said.value, at: said.at }] : [];
      }),
      now: deps.now(),
    };
  };
