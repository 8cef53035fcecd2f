import type { ContactHeader } from '../intake/contact-items.ts';
import { contactKey, listKeys } from '../intake/contact-items.ts';
import { type Call, partOf } from './call.ts';
import type { CallBack, Entry } from './call-back.ts';
import type { Known } from './call-news.ts';
import { bucketSort, type Counted } from './counts.ts';
import { callSubjects } from './messages/calls-fr.ts';

/** The contact of a call of the phone system. */
export const callId = (contactId: string): string => `call-${contactId}`;
export type CallItem = { known: Known; version: number };
export const callKey = (id: string) => ({ pk: contactKey(id), sk: 'CALL' });

const subjectOf = ({ direction, outcome }: Call): string =>
  direction === 'outbound' ? callSubjects.outgoing : callSubjects[outcome ?? 'ongoing'];

/** The contact of a call as it is now known; whatever others wrote on it (the person, what the agent typed) stays. */
export const headerOfCall = (id: string, call: Call, before: ContactHeader | undefined): ContactHeader => {
  const { number } = call;
  const known = before ?? {
    ...{ id, version: 0, evidence: [], documents: [] },
    ...({ channel: 'phone', state: 'received' } as const),
    sender: { name: null, email: null, phone: null, address: null },
    ...{ subject: '', receivedAt: call.startedAt },
  };
  return {
    ...known,
    version: known.version + 1,
    receivedAt: call.startedAt,
    subject: known.recorded && known.subject ? known.subject : subjectOf(call),
    sender: { ...known.sender, phone: known.sender.phone ?? number },
    call: partOf(call),
  };
};
export const headerItem = (header: ContactHeader) => ({
  pk: contactKey(header.id),
  sk: 'CONTACT',
  ...header,
  ...listKeys(header),
});

/** Counters of a day: few small items, one for each hour, subject and group that had calls. */
export const countersKey = (day: string) => `CALLS#${day}`;
export const counterKey = (counted: Counted) => ({ pk: countersKey(counted.day), sk: bucketSort(counted) });

export const callBackKey = (number: string) => ({ pk: `CALLBACK#${number}`, sk: 'CALLBACK' });
/** Numbers to call back, in one list of the index, by due time; a cursor stands in an address, which holds no number. */
export const callBackList = 'CALLBACKS';
export type CallBackItem = { number: string; version: number; entries: Entry[]; open: CallBack | null };
const keptSeconds = 60 * 86_400;

/** A number without an open call-back is forgotten two months after its last contact. */
export const callBackItem = ({ number, version, entries, open }: CallBackItem) => {
  const last = entries.at(-1)?.at;
  return {
    ...callBackKey(number),
    ...{ number, version, entries, open },
    ...(open
      ? { gsi1pk: callBackList, gsi1sk: `${open.due}#${open.contactId}` }
      : { expiresAt: Math.floor(Date.parse(last ?? '1970-01-01') / 1000) + keptSeconds }),
  };
};
