import { addressesIn } from '../qualification/extraction/address.ts';
import { daysIn } from '../qualification/extraction/days.ts';
import { isPersonName, isSurelyPerson } from '../qualification/extraction/person-name.ts';
import { kinds } from './kinds.ts';
import type { ReadLine } from './safe-document.ts';

/** What the words of a document say of it; nothing is sure, and its owner sees and corrects all of it. */
export type Reading = {
  type: string | null;
  issuedOn: string | null;
  /** Written on it as its end; null when it says none. */
  validUntil: string | null;
  read: ReadLine[];
};

const longest = 20_000;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
/** Marks that scanners confuse are left to the patterns; spaces are made one. */
const flat = (text: string): string => fold(text).replace(/\s+/g, ' ');

/** The kind whose words are all there; of several the one that asks for most. */
export function kindIn(text: string): string | null {
  const words = flat(text.slice(0, longest));
  const met = kinds.filter(
    (kind) =>
      kind.words.length > 0 && kind.words.every((pattern) => new RegExp(`(?:${pattern})`).test(words)),
  );
  const [best] = met.toSorted((one, other) => other.words.length - one.words.length);
  return best?.code ?? null;
}

const ends = /valable jusqu.?au|date d.?expiration|expire le|expiry date|valid until|fin de validite/;
const begins = /(?:facture|fait|etablie?|emise?|delivree?|le|date)\D{0,40}$/;

/** What is read in the text of a document; `today` leaves out days that are still to come. */
export function readDocument(text: string, today: string): Reading {
  const own = text.slice(0, longest);
  const days = daysIn(own);
  const before = (start: number) => flat(own.slice(Math.max(0, start - 60), start));
  const end = days.find(({ start }) => ends.test(before(start)));
  const past = days.filter(
    ({ value, start }) => value <= today && value > '2000' && !ends.test(before(start)),
  );
  const issued =
    past.find(({ start }) => begins.test(before(start)) && !/\bnee? le\b/.test(before(start))) ?? past[0];
  return {
    type: kindIn(own),
    issuedOn: issued?.value ?? null,
    validUntil: end?.value ?? null,
    read: linesOf(own),
  };
}

function linesOf(text: string): ReadLine[] {
  const found: (ReadLine | null)[] = [
    line('name', nameIn(text)),
    line('address', addressIn(text)),
    line(
      'taxYear',
      after(text, /(?:imp[ôo]ts?|avis)[^\n]{0,60}?sur les revenus de (?:l.ann[ée]e )?(20\d\d)/i),
    ),
    line(
      'taxNumber',
      after(text, /num[ée]ro fiscal[^\n]{0,40}?(\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{3})/i)?.replace(/\s/g, ''),
    ),
    line(
      'taxReference',
      after(text, /r[ée]f[ée]rence de l.avis[^\w\n]{0,20}([0-9A-Z ]{13,20})/i)?.replace(/\s/g, ''),
    ),
    line(
      'income',
      after(text, /revenu fiscal de r[ée]f[ée]rence\D{0,40}([\d  ]{3,12})/i)?.replace(/\D/g, ''),
    ),
    line('familyQuotient', after(text, /quotient familial\D{0,40}([\d  ]{2,7})/i)?.replace(/\D/g, '')),
    line('iban', after(text, /\b(FR\d{2}(?: ?[0-9A-Z]{4}){5} ?[0-9A-Z]{3})\b/)?.replace(/\s/g, '')),
  ];
  return found.filter((one) => one !== null);
}

const line = (code: string, value: string | undefined): ReadLine | null =>
  value && value.trim() !== '' ? { code, value: value.trim().slice(0, 300) } : null;
const after = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

const title = /^\s*(?:M(?:me|r|\.)?|Monsieur|Madame|Mlle)\s+/i;
/** Somebody whose name stands on a line of its own, as above an address in a window. */
function nameIn(text: string): string | undefined {
  return text
    .split('\n')
    .slice(0, 60)
    .map((one) =>
      one
        .replace(/^[^:]{0,30}:/, '')
        .replace(title, '')
        .trim(),
    )
    .find((one) => one.length < 60 && isPersonName(one) && isSurelyPerson(one));
}
function addressIn(text: string): string | undefined {
  const all = addressesIn(text).map(({ lines }) =>
    lines.map(({ start, end }) => text.slice(start, end).trim()).join(', '),
  );
  return all.find((one) => /\d{5}/.test(one));
}
