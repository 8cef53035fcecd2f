import * as z from 'zod';
import type { Day } from '../deadlines/day.ts';
import { late } from '../shared/api.ts';

const day = late(() => z.iso.date().describe('calendar day of the authority, included'));
const codes = late(() => z.array(z.string().min(1).max(100)).max(100).default([]));

/**
 * Signature given to somebody by an order that names them, is precise and published (CGCT L2122-18, L2122-19): without
 * it a decision signed for another is void. An empty list of matters limits nothing.
 */
export const Delegation = late(() =>
  z.strictObject({
    id: z.string().min(1).max(64),
    /** Login of who may sign. */
    delegate: z.string().min(2).max(100),
    /** Login of the signatory who is stood in for; null when the head of the authority delegates directly. */
    delegator: z.string().min(2).max(100).nullable(),
    /** First line of the block, as the order has it. */
    formula: z.string().trim().min(4).max(120),
    /** Quality of the delegate, as the order has it. */
    quality: z.string().trim().min(2).max(150),
    departments: codes(),
    procedures: codes(),
    /** Kinds of decision (`granted`, `refused`, `answered`). */
    kinds: codes(),
    from: day(),
    to: day().nullable(),
    order: z.strictObject({
      number: z.string().trim().min(1).max(60),
      publishedOn: day(),
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .nullable(),
    }),
  }),
);
export type Delegation = z.infer<ReturnType<typeof Delegation>>;

/** What is to be signed. */
export type Matter = { department?: string | null; procedure?: string | null; kind?: string | null };

const covers = (list: readonly string[], one: string | null | undefined): boolean =>
  list.length === 0 || (one !== null && one !== undefined && list.includes(one));

/** An order counts from its publication, whatever day it says. */
export const isInForce = ({ from, to, order }: Delegation, on: Day): boolean =>
  from <= on && order.publishedOn <= on && (to === null || on <= to);

export const coversMatter = (delegation: Delegation, matter: Matter = {}): boolean =>
  covers(delegation.departments, matter.department) &&
  covers(delegation.procedures, matter.procedure) &&
  covers(delegation.kinds, matter.kind);

/** Orders under which somebody may sign a matter on a day, the most precise first. */
export const delegationsOf = (
  login: string,
  delegations: readonly Delegation[],
  on: Day,
  matter?: Matter,
): Delegation[] =>
  delegations
    .filter((one) => one.delegate === login && isInForce(one, on) && coversMatter(one, matter))
    .sort((a, b) => precision(b) - precision(a) || (a.id < b.id ? -1 : 1));

const precision = ({ departments, procedures, kinds }: Delegation): number =>
  [departments, procedures, kinds].filter((list) => list.length > 0).length;
