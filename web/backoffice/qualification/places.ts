import type { AgentContact } from '../../../functions/qualification/agent-api.ts';
import { findIn } from '../viewer/find.ts';

type Found = NonNullable<AgentContact['proposal']>['found'][number];
/** A passage to be shown, and which one of those that read alike, from 0. */
export type Passage = { wanted: string; nth: number };
type Paged = { id: string; pages: readonly { page: number; text: string }[] };
/** Where the viewer shows it: a document, and a hit in it. */
export type Spot = { document: string; wanted: string; hit: { page: number; nth: number } };

/** The words themselves stand in pages whose line breaks may differ: what is found is looked for again, by its rank. */
export const passageOf = (text: string, { start, end }: Pick<Found, 'start' | 'end'>): Passage => {
  const wanted = text.slice(start, end);
  return { wanted, nth: findIn(text, wanted).filter(({ from }) => from < start).length };
};

const hitsIn = (document: Paged, wanted: string) =>
  document.pages.flatMap(({ page, text }) => findIn(text, wanted).map((_, nth) => ({ page, nth })));

/** Where a passage stands in the documents of a contact; of a long one its first line is enough. Null when it is nowhere. */
export const spotOf = (documents: readonly Paged[], { wanted, nth }: Passage): Spot | null => {
  const line = wanted.split('\n').find((one) => one.trim() !== '') ?? '';
  for (const looked of new Set([wanted, line])) {
    const all = documents.flatMap((document) =>
      hitsIn(document, looked).map((hit) => ({ document: document.id, wanted: looked, hit })),
    );
    const spot = all[nth] ?? all[0];
    if (spot) return spot;
  }
  return null;
};

const kinds: Record<string, readonly string[]> = {
  name: ['name', 'organisation'],
  phone: ['phone'],
  email: ['email'],
  address: ['address'],
  subject: ['subject'],
};
/** Where the value of a field was read: the sender's own first, else wherever its words stand. */
export const readAt = (contact: AgentContact, field: string, value: string): Passage | null => {
  const found = contact.proposal?.found ?? [];
  const own = found.filter((one) => kinds[field]?.includes(one.kind) && one.of !== 'other');
  const best = own.find((one) => one.value === value) ?? own.find((one) => one.of === 'sender') ?? own[0];
  if (best) return passageOf(contact.text, best);
  return value.trim().length > 1 ? { wanted: value, nth: 0 } : null;
};

const groups: readonly [string, readonly string[]][] = [
  ['who', ['name', 'organisation', 'person']],
  ['reach', ['phone', 'email', 'address', 'place']],
  ['when', ['deadline', 'date']],
  ['references', ['reference', 'invoice', 'permit', 'plate', 'siret', 'rna', 'nir']],
  ['money', ['amount', 'iban']],
];
export type Chip = Found & { times: number };
export type ChipGroup = { name: string; chips: Chip[] };

/** What was read, in a few rows, each value once; the subject has its field. */
export const chipGroups = (found: readonly Found[]): ChipGroup[] =>
  groups
    .map(([name, members]) => {
      const chips = new Map<string, Chip>();
      for (const one of found.filter(({ kind }) => members.includes(kind))) {
        const key = `${one.kind} ${one.value}`;
        const known = chips.get(key);
        chips.set(key, known ? { ...known, times: known.times + 1 } : { ...one, times: 1 });
      }
      return { name, chips: [...chips.values()] };
    })
    .filter(({ chips }) => chips.length > 0);
