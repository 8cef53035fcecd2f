import type { Append } from '../requests/append.ts';
import type { Reads, Store } from './store.ts';
import type { Whoever } from './whoever.ts';

/** One kind of thing that is held of a person. The order is that of the page and of the export. */
export const partCodes = [
  'account',
  'register',
  'requests',
  'contacts',
  'household',
  'safe',
  'drafts',
  'appointments',
  'payments',
  'reports',
  'subscriptions',
  'mandates',
  'reachability',
] as const;
export type PartCode = (typeof partCodes)[number];

/** HMAC under the authority's key (letters/pepper-key.adapter.ts), for what is found by an address without keeping it. */
export type Sign = (text: string) => string;
export type ReadDeps = {
  store: Reads;
  signs: { appointment(): Promise<Sign>; subscription(): Promise<Sign>; report(): Promise<Sign> };
};
export type PartDeps = Omit<ReadDeps, 'store'> & {
  store: Store;
  append: Append;
  eraseRequest(reference: string): Promise<unknown>;
  eraseContact(id: string): Promise<void>;
  /** Whether a request stays until its end. */
  isKept(reference: string): boolean;
  /** Gives its slot to whoever waits. */
  cancelAppointment(id: string): Promise<unknown>;
  now(): string;
};

export type Part = {
  code: PartCode;
  /** What is held, as it is kept: for the count, the readable page and the file for machines. */
  held(deps: ReadDeps, who: Whoever): Promise<unknown[]>;
  /** Takes it away for good. Begun again after a fall it goes on with what is left. */
  erase(deps: PartDeps, who: Whoever): Promise<void>;
};
