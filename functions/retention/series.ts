import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import type { Slip } from './slip.ts';
import { type Rule, ruleOf, setAsideRule } from './usual.ts';

/** Something that was over, or was set aside, before an instant. */
export type Ended = { reference: string; closedAt: string; department: string | null };
/** The oldest first; `most` at most. */
type Due = (before: string, most: number) => Promise<Ended[]>;
export type SeriesDeps = {
  authority(): Promise<Pick<Authority, 'setAside'>>;
  procedures(): Promise<readonly Procedure[]>;
  /** Requests of a procedure, or those without one. */
  ended(procedure: string | null, ...due: Parameters<Due>): Promise<Ended[]>;
  /** Contacts that never became a request. */
  setAside: Due;
};
/** What is kept by one rule: requests of a procedure, those without one, contacts that never became a request. */
export type Series = Pick<Slip, 'of' | 'procedure' | 'title'> & { rule: Rule; due: Due };

export const seriesOf = async (deps: SeriesDeps): Promise<Series[]> => {
  const [authority, procedures] = await Promise.all([deps.authority(), deps.procedures()]);
  const requests = [null, ...procedures].map((procedure) => {
    const { id, title } = procedure ?? { id: null, title: null };
    const due: Due = (before, most) => deps.ended(id, before, most);
    return { procedure: id, title, rule: ruleOf(procedure), due };
  });
  const rule = setAsideRule(authority);
  return [{ of: 'contacts', procedure: null, title: null, rule, due: deps.setAside }, ...requests];
};
