import * as z from 'zod';
import { late } from '../shared/api.ts';
import { Condition, fieldName } from './condition.ts';

/** What every question has. */
export const common = late(() => ({
  name: fieldName().describe('unique in the form, and in its row inside a block: answers are kept under it'),
  label: z.string().min(2).max(200).describe('the question, in French, as short as it can be'),
  hint: z.string().max(400).optional().describe('an example or a precision, below the label'),
  required: z.boolean().default(true).describe('must be answered when it is shown'),
  when: Condition.optional().describe('shown only when it holds; looks at questions asked before'),
  known: z
    .string()
    .regex(/^(self|child|partner|member|safe|fact)\.[A-Za-z0-9.-]{1,60}$/)
    .optional()
    .describe(
      'what it asks, among what somebody signed in has said already, so that it is filled in and only checked: self.givenName familyName usedName birth gender email phone address; child.*, partner.* and member.* for who is chosen in the household (givenName familyName birth gender address otherAddress otherParent.name); safe.<code> for what was read from a document; fact.<code> for an answer given once and kept',
    ),
}));
export const option = late(() =>
  z.strictObject({
    value: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .describe('what is kept, and what conditions compare'),
    label: z.string().min(1).max(200),
    hint: z.string().max(300).optional(),
  }),
);
export const plain = <T extends string>(type: T, description: string) =>
  z.strictObject({ type: z.literal(type), ...common() }).describe(description);

/** Questions whose answer is a string unless said otherwise; they also stand inside blocks and tables. */
export const simple = late(
  () =>
    [
      z
        .strictObject({
          type: z.literal('text'),
          ...common(),
          maxLength: z.number().int().min(1).max(500).default(200),
          pattern: z.enum(['postal-code', 'licence-plate', 'siret', 'rna']).optional(),
          autocomplete: z.string().optional().describe('token of HTML autocomplete'),
        })
        .describe('one line of text'),
      z
        .strictObject({
          type: z.literal('textarea'),
          ...common(),
          maxLength: z.number().int().min(1).max(10_000).default(5_000),
        })
        .describe('several lines of text'),
      plain('given-name', 'given name of a person'),
      plain('family-name', 'family name of a person'),
      plain('email', 'mail address'),
      plain('phone', 'telephone number'),
      z
        .strictObject({
          type: z.literal('date'),
          ...common(),
          past: z.boolean().default(false).describe('today or before'),
          future: z.boolean().default(false).describe('today or after'),
        })
        .describe('a day, YYYY-MM-DD'),
      z
        .strictObject({
          type: z.literal('birth-date'),
          ...common(),
          minAge: z.number().int().min(0).max(130).optional().describe('years completed today'),
          maxAge: z.number().int().min(0).max(130).optional(),
        })
        .describe('date of birth, YYYY-MM-DD, in the past'),
      plain('time', 'HH:mm'),
      z
        .strictObject({
          type: z.literal('number'),
          ...common(),
          min: z.number().optional(),
          max: z.number().optional(),
          unit: z.string().optional(),
        })
        .describe('a number, within bounds'),
      z
        .strictObject({
          type: z.literal('amount'),
          ...common(),
          minCents: z.number().int().optional(),
          maxCents: z.number().int().optional(),
        })
        .describe('money, typed in euros and kept in whole cents: conditions compare cents'),
      z
        .strictObject({ type: z.literal('choice'), ...common(), options: z.array(option()).min(2).max(60) })
        .describe('one of the options: radio buttons up to seven, a list beyond'),
      z
        .strictObject({ type: z.literal('choices'), ...common(), options: z.array(option()).min(2).max(30) })
        .describe('several of the options: an array of their values'),
      plain('yes-no', 'true or false, two radio buttons'),
      plain('consent', 'a box to tick: true; when required it must be ticked'),
      plain('commune', 'one commune of the authority, by its INSEE code'),
      plain('country', 'ISO 3166 code of two letters'),
      plain('siret', 'fourteen digits with their check (INSEE)'),
      plain('rna', 'number of an association: W and nine digits'),
      plain('iban', 'bank account, checked (ISO 13616); masked to agents who need not pay'),
      plain('licence-plate', 'AB-123-CD'),
    ] as const,
);
