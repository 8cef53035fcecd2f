import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';

export const disposals = ['destroy', 'archive', 'sort'] as const;
export type Disposal = (typeof disposals)[number];
/** `months` after the end of a request, or since a contact was set aside; `source`: who says so, the procedure or the usual table. */
export type Rule = { months: number; disposal: Disposal; because: string | null; source: Source };
/** Codes of the usual table, from the sorting tables of the archives of France for authorities (DGP/SIAF/2014/006). */
export const sources = ['procedure', 'correspondence', 'accounts', 'set-aside'] as const;
export type Source = (typeof sources)[number];

/** Letters and mails that no procedure names: general correspondence, a year after the end of a mandate, to be sorted. */
const correspondence: Rule = { months: 84, disposal: 'sort', because: null, source: 'correspondence' };
/** What was paid is a voucher of the accounts, for ten years. */
const accounts = 120;

/** How long the requests of a procedure are kept once over, and what becomes of them then. */
export const ruleOf = (procedure: Pick<Procedure, 'retention' | 'fees'> | null): Rule => {
  if (!procedure) return correspondence;
  const { months, disposal, because = null } = procedure.retention;
  const isPaid = procedure.fees.some(({ cents, due }) => cents > 0 && due !== 'never');
  return isPaid && because === null && months < accounts
    ? { months: accounts, disposal, because, source: 'accounts' }
    : { months, disposal, because, source: 'procedure' };
};

/** Contacts that never became a request (spam, automatic mails, letters filed elsewhere): as long as the authority says. */
export const setAsideRule = ({ setAside }: Pick<Authority, 'setAside'>): Rule => ({
  ...{ months: setAside.months, disposal: 'destroy', because: null, source: 'set-aside' },
});

/** The instant before which a request must be over: whole months back from a calendar day, at its beginning in UTC. */
export const cutoffOf = (today: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString();
};
