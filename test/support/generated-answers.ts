import fc from 'fast-check';
import type { Answer, Answers, Field, Row, Step } from '../../functions/procedures/field.ts';
import { visibleFields } from '../../functions/procedures/visible-form.ts';

type Pick = <T>(arbitrary: fc.Arbitrary<T>) => T;
const word = fc.constantFrom('Clairette', 'moulin', 'four banal', 'rue des Lilas', 'à voir', 'Nina', 'l’été');
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const day = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const yearsBefore = (today: string, years: number): string =>
  `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;

/** Luhn's key over thirteen digits: what INSEE would give. */
const siret = digits(13).map((body) => {
  const sum = [...`${body}0`].map(Number).reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
});
const address = fc.record({
  lines: fc.nat(200).map((number) => `${number + 1} rue du Moulin`),
  postalCode: fc.constantFrom('99100', '99130'),
  city: fc.constantFrom('Val-Clair', 'Lanterolles'),
});

/** A valid answer to one question, asked on the day `today`. */
export function answerTo(field: Field, pick: Pick, answers: Answers, today: string): Answer {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return pick(text(field));
    case 'given-name':
      return pick(fc.constantFrom('Lou', 'Anna-Maria', 'Zoé'));
    case 'family-name':
      return pick(fc.constantFrom('Petit', "N'Diaye", 'de la Tour'));
    case 'email':
      return pick(fc.nat(999).map((number) => `lou${number}@courriel.example`));
    case 'phone':
      return pick(digits(8).map((end) => `06${end}`));
    case 'date':
      if (field.past) return pick(day('1990-01-01', today));
      return pick(day(today, '2030-12-31'));
    case 'birth-date':
      return pick(
        day(yearsBefore(today, (field.maxAge ?? 100) - 1), yearsBefore(today, (field.minAge ?? 0) + 1)),
      );
    case 'time':
      return pick(fc.constantFrom('08:30', '17:00', '23:59'));
    case 'number':
      return pick(fc.integer({ min: Math.ceil(field.min ?? 0), max: Math.floor(field.max ?? 5_000) }));
    case 'amount':
      return pick(fc.integer({ min: field.minCents ?? 0, max: field.maxCents ?? 500_000 }));
    case 'choice':
      return pick(fc.constantFrom(...field.options)).value;
    case 'choices':
      return pick(
        fc.subarray(
          field.options.map(({ value }) => value),
          { minLength: 1 },
        ),
      );
    case 'yes-no':
      return pick(fc.boolean());
    case 'consent':
      return true;
    case 'commune':
      return pick(fc.constantFrom('99101', '99107', '99112'));
    case 'country':
      return pick(fc.constantFrom('FR', 'PT', 'MA'));
    case 'siret':
      return pick(siret);
    case 'rna':
      return pick(digits(9).map((end) => `W${end}`));
    case 'iban':
      return 'FR1420041010050500013M02606';
    case 'licence-plate':
      return pick(fc.constantFrom('AB-123-CD', 'GH-456-JK'));
    case 'address':
      return pick(address);
    case 'place':
      return pick(address);
    case 'period':
      return period(pick, field.maxDays ?? 30);
    case 'sworn-statement':
      return { givenName: 'Lou', familyName: 'Petit', signedOn: today };
    case 'household-child':
      return { givenName: 'Zoé', familyName: 'Petit', birthDate: pick(day('2015-01-01', today)) };
    case 'appointment':
      return { slot: 'creneau', from: '2026-12-01T09:00:00.000Z', place: 'hotel-de-ville' };
    case 'files':
      return pick(fc.array(fc.uuid(), { minLength: 1, maxLength: field.max }));
    case 'repeat':
      return rows(field, pick, answers, today);
    case 'table':
      return cells(field, pick, answers, today);
    default:
      return undefined;
  }
}

const text = (field: Extract<Field, { type: 'text' | 'textarea' }>): fc.Arbitrary<string> => {
  if (field.type === 'text' && field.pattern === 'rna') return digits(9).map((end) => `W${end}`);
  return word.map((one) => one.slice(0, field.maxLength));
};
const period = (pick: Pick, maxDays: number) => {
  const from = pick(day('2026-12-01', '2027-06-30'));
  const length = pick(fc.integer({ min: 0, max: maxDays - 1 }));
  return { from, to: new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10) };
};
function rows(field: Extract<Field, { type: 'repeat' }>, pick: Pick, answers: Answers, today: string): Row[] {
  const count = pick(fc.integer({ min: Math.max(1, field.min), max: Math.min(field.max, field.min + 3) }));
  return Array.from({ length: count }, () => fill(field.fields, pick, answers, today) as Row);
}
/** A table may not be left empty: its first cell is always answered. */
function cells(field: Extract<Field, { type: 'table' }>, pick: Pick, answers: Answers, today: string) {
  const columns = field.columns.map((column) => ({ ...column, maxLength: 100 }) as Field);
  const [first, ...others] = columns;
  return Object.fromEntries(
    field.rows.map(({ value }, at) => {
      const all = at === 0 && first ? [{ ...first, required: true } as Field, ...others] : columns;
      return [value, fill(all, pick, answers, today) as Row];
    }),
  );
}

/** Answers in the order of asking; what is optional is left out half of the time. */
function fill(fields: readonly Field[], pick: Pick, answers: Answers, today: string): Answers {
  const given: Answers = {};
  for (const field of fields) {
    if (visibleFields({ fields: [field] } as unknown as Step, { ...answers, ...given }, today).length === 0)
      continue;
    if ('required' in field && !field.required && pick(fc.boolean())) continue;
    given[field.name] = answerTo(field, pick, { ...answers, ...given }, today);
  }
  return given;
}

/** Valid answers to one page, given those of the pages before. */
export const answersTo = (step: Step, pick: Pick, answers: Answers, today: string): Answers =>
  fill(step.fields, pick, answers, today);
