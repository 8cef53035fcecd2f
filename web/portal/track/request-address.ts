import { addresses } from '../frame.tsx';
import type { Access } from './reference.ts';

/** Page of another request of the same person: in their space when they came signed in, else where its code is asked. */
export const requestAddress = (reference: string, { code }: Pick<Access, 'code'>): string =>
  code ? addresses.track : `${addresses.requests}/${reference}`;
