import { Refusal } from '../shared/refusal.ts';
import type { Disposal, Source } from './usual.ts';

export const slipStates = ['proposed', 'agreed', 'refused', 'running', 'done'] as const;
export type SlipState = (typeof slipStates)[number];
export const heldReasons = [
  'reopened',
  'appeal',
  'too-young',
  'kept',
  'elsewhere',
  'erased',
  'gone',
] as const;
export type HeldReason = (typeof heldReasons)[number];
export const slipThings = ['requests', 'contacts'] as const;
type SlipThing = (typeof slipThings)[number];
export type Tried = { at: string; goes: number; stays: { reference: string; why: HeldReason }[] };

/**
 * An elimination slip: requests of one procedure and department, or contacts that were set aside, that were kept long enough.
 * Nothing goes before the head of department agreed and the director of the departmental archives gave the visa (Code du
 * patrimoine L212-2, R212-14).
 */
export type Slip = {
  id: string;
  /** What its references name, where they are not requests: contacts that never became one. */
  of?: Exclude<SlipThing, 'requests'> | undefined;
  procedure: string | null;
  department: string | null;
  title: string | null;
  rule: { months: number; disposal: Disposal; because: string | null; source: Source };
  /** Requests that were over before that instant. */
  cutoff: string;
  references: string[];
  oldest: string;
  newest: string;
  state: SlipState;
  version: number;
  preparedAt: string;
  head: { by: string; at: string } | null;
  archives: { by: string; at: string; visa: string; on: string } | null;
  refused: { by: string; at: string; reason: string } | null;
  /** Requests that stay whatever their age: chosen for the archives, or wanted by the department. */
  keep: { reference: string; reason: string }[];
  tried: Tried | null;
  /** How many of `references` were gone through. */
  done: number;
  erased: number;
  finishedAt: string | null;
};
/** As many as a person can look through, and one item holds. */
export const mostOfSlip = 500;
const open: readonly SlipState[] = ['proposed', 'agreed', 'running'];
export const isOpen = ({ state }: Pick<Slip, 'state'>): boolean => open.includes(state);

const settle = (slip: Slip): Slip => ({
  ...slip,
  version: slip.version + 1,
  state: slip.state === 'proposed' && slip.head && slip.archives ? 'agreed' : slip.state,
});
const mustBe = (slip: Slip, ...states: SlipState[]): void => {
  if (!states.includes(slip.state)) throw new Refusal('not-allowed-in-state');
};

/** The head of department agrees, keeping some. Refuses `not-allowed-in-state`. */
export const agree = (slip: Slip, by: string, at: string, keep: Slip['keep']): Slip => {
  mustBe(slip, 'proposed');
  const own = keep.filter(({ reference }) => slip.references.includes(reference));
  return settle({ ...slip, head: { by, at }, keep: own, tried: null });
};
/** The visa of the archives, as it stands on the slip they signed. Refuses `not-allowed-in-state`. */
export const noteVisa = (slip: Slip, by: string, at: string, visa: string, on: string): Slip => {
  mustBe(slip, 'proposed');
  return settle({ ...slip, archives: { by, at, visa, on } });
};
/** Somebody wants them kept: this slip is over, the next one asks again a year later. Refuses `not-allowed-in-state`. */
export const refuse = (slip: Slip, by: string, at: string, reason: string): Slip => {
  mustBe(slip, 'proposed', 'agreed');
  return { ...slip, version: slip.version + 1, state: 'refused', refused: { by, at, reason } };
};
/** Kept after what it would take was looked at. */
export const noteTrial = (slip: Slip, tried: Tried): Slip => {
  mustBe(slip, 'proposed', 'agreed');
  return { ...slip, version: slip.version + 1, tried };
};
/** Agreed by both, and tried since: the schedule may carry it out. */
export const mayRun = ({ state, tried }: Slip): boolean =>
  state === 'running' || (state === 'agreed' && tried !== null);
