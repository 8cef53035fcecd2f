import type { Session } from '../data/agent-api.ts';
import { base } from '../routes.ts';

/** What the page shows: a department, and in it the list of an agent, of the common basket, or none. */
export type Shown = {
  department: string | null;
  agent: string | null;
  basket: boolean;
  after: string | null;
  /** Whose skills and time are being said. */
  edited: string | null;
};

/** What the query of an address asks to be shown. */
export const readAddress = (search: string): Shown => {
  const found = new URLSearchParams(search);
  return {
    department: found.get('direction'),
    agent: found.get('agent'),
    basket: found.has('panier'),
    after: found.get('apres'),
    edited: found.get('fiche'),
  };
};
/** Address of the page of a department, with a list of it or somebody's skills open. */
export const addressOf = (department: string, shown: Partial<Shown> = {}): string => {
  const search = new URLSearchParams({ direction: department });
  if (shown.basket) search.set('panier', '1');
  if (shown.agent) search.set('agent', shown.agent);
  if (shown.edited) search.set('fiche', shown.edited);
  if (shown.after) search.set('apres', shown.after);
  return `${base}/repartition?${search}`;
};

/** Departments whose work somebody shares out; the cabinet's own people alone see it. */
export const ledBy = ({ me, departments }: Session): Session['departments'] =>
  departments.filter(({ code }) =>
    me.roles.includes('administrator') && code !== 'cabinet'
      ? true
      : me.departments.includes(code) && me.roles.some((role) => role === 'head' || role === 'administrator'),
  );
