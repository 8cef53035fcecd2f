import { safeName } from '../intake/safe-name.ts';
import { Refusal } from '../shared/refusal.ts';
import { knownType } from './keep.ts';
import { validUntilOf } from './kinds.ts';
import type { Reading } from './read-document.ts';
import { mostRead, type ReadLine, type SafeDocument } from './safe-document.ts';

export type Correction = {
  version: number;
  name?: string | undefined;
  type?: string | undefined;
  member?: string | null | undefined;
  issuedOn?: string | null | undefined;
  validUntil?: string | null | undefined;
  read?: ReadLine[] | undefined;
};

/**
 * A document as its owner says it is. A day of end said by its owner stays; without one, that of its kind follows the kind
 * and the day written on it. Refuses `conflict` when it was changed meanwhile, `not-allowed-in-state` for the kind of what
 * the authority sent.
 */
export function correct(document: SafeDocument, correction: Correction): SafeDocument {
  if (correction.version !== document.version) throw new Refusal('conflict');
  const isSent = document.from === 'authority';
  if (isSent && correction.type !== undefined && correction.type !== document.type)
    throw new Refusal('not-allowed-in-state');
  const type = isSent ? document.type : knownType(correction.type ?? document.type);
  const issuedOn = correction.issuedOn === undefined ? document.issuedOn : correction.issuedOn;
  const isSaid = correction.validUntil !== undefined && correction.validUntil !== document.validUntil;
  const validBy = isSaid ? 'owner' : document.validBy;
  const validUntil = isSaid
    ? (correction.validUntil ?? null)
    : validBy === 'owner'
      ? document.validUntil
      : validUntilOf(type, issuedOn, document.storedAt.slice(0, 10));
  return {
    ...document,
    ...{ type, issuedOn, validUntil, validBy },
    name: correction.name === undefined ? document.name : safeName(correction.name),
    member: correction.member === undefined ? document.member : correction.member,
    read: (correction.read ?? document.read).filter(({ value }) => value !== '').slice(0, mostRead),
  };
}

/** What was read of a document fills in what its owner has not said; what was corrected meanwhile stays. */
export function withReading(document: SafeDocument, reading: Reading | null): SafeDocument {
  if (!reading) return { ...document, reading: 'none' };
  const type = document.type === 'other' && reading.type ? reading.type : document.type;
  const issuedOn = document.issuedOn ?? reading.issuedOn;
  const rule = reading.validUntil ?? validUntilOf(type, issuedOn, document.storedAt.slice(0, 10));
  const isEmpty = reading.read.length === 0 && !reading.type && !reading.issuedOn;
  return {
    ...document,
    ...{ type, issuedOn },
    validUntil: document.validBy === 'owner' ? document.validUntil : rule,
    read: document.read.length > 0 ? document.read : reading.read.slice(0, mostRead),
    reading: isEmpty ? 'none' : 'done',
  };
}
