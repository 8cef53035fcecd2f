import type { Authority, Department } from '../settings/authority.ts';
import {
  automatic,
  beingRouted,
  closing,
  dayInWords,
  greeting,
  implicitRemedies,
  inCharge,
  office,
  promise,
  received,
  silence,
  subjectless,
  subjects,
  tracking,
} from './messages/fr.ts';

export type AcknowledgementKind = 'ar' | 'aee' | 'are';
export type Acknowledged = {
  kind: AcknowledgementKind;
  authority: Pick<Authority, 'name' | 'contact' | 'court'>;
  /** Null only for a first receipt (`aee`). */
  department: Department | null;
  reference: string;
  /** Null, like the name, for whoever did not prove that the address is theirs. */
  subject: string | null;
  name: string | null;
  receivedOn: string;
  /** `HH:mm` in the authority's time zone; unused for post. */
  receivedAt: string;
  promisedOn: string;
  silence: { mode: 'sva' | 'svr' | 'none'; on: string | null };
  trackingUrl: string;
  /** The code, or what stands for it until it leaves; null when the citizen has it already. */
  trackingCode: string | null;
  /** The address was not proved: the code is given later, by an agent. */
  isUnverified?: boolean;
};
export type Written = { subject: string; text: string };

const filled = (field: string, value: string): string => {
  if (value.trim() === '') throw new Error(`acknowledgement-incomplete:${field}`);
  return value;
};

const silenceParagraphs = ({ silence: { mode, on }, authority }: Acknowledged): string[] => {
  if (mode === 'none') return [];
  const day = dayInWords(filled('implicitDecisionOn', on ?? ''));
  if (mode === 'sva') return [silence.sva(day)];
  filled('court.address', authority.court.address);
  return [silence.svr(day), implicitRemedies(filled('authority', authority.name), authority.court)];
};

/**
 * The acknowledgement with everything the law wants: CRPA R112-5 for post, R112-11-1 for electronic sends. A first receipt
 * (R112-11-2) only says when. Throws `acknowledgement-incomplete:<field>` rather than send one that is not opposable.
 */
export const acknowledgement = (given: Acknowledged): Written => {
  const { kind, authority, department, reference } = given;
  const day = dayInWords(filled('receivedOn', given.receivedOn));
  const opening =
    kind === 'ar'
      ? received.post(day, reference)
      : received.electronic(day, filled('receivedAt', given.receivedAt), reference);
  const place = department ?? { ...authority.contact, name: authority.name };
  for (const field of ['name', 'phone', 'postalAddress', 'email'] as const) filled(field, place[field]);
  if (kind !== 'aee') filled('department', department?.name ?? '');
  const track = given.trackingCode
    ? tracking.withCode(given.trackingUrl, given.trackingCode)
    : given.isUnverified
      ? tracking.unproven(given.trackingUrl)
      : tracking.withoutCode(given.trackingUrl);
  const body =
    kind === 'aee'
      ? [beingRouted(authority.name), office(place)]
      : [
          inCharge(place.name),
          office(place),
          promise(dayInWords(given.promisedOn)),
          ...silenceParagraphs(given),
        ];
  const paragraphs = [
    greeting(given.name),
    opening,
    ...body,
    track,
    `${closing}\n${authority.name}`,
    automatic,
  ];
  return {
    subject: given.subject === null ? subjectless[kind] : subjects[kind](given.subject),
    text: paragraphs.join('\n\n'),
  };
};
