import type { Authority } from '../settings/authority.ts';
import type { Processing, Recipient } from './processing.ts';
import { type Rule, ruleOf, setAsideRule } from './usual.ts';

type Basis = Processing['basis'];
type Row = readonly [
  id: string,
  basis: Basis,
  people: string,
  data: string,
  recipients: string,
  kept: string,
];
/** What the product does beside the procedures: words are codes of the catalogue, parted by spaces; the host receives all of it. */
const rows: readonly Row[] = [
  [
    'letters',
    'public-task',
    'person company association',
    'identity contact home words documents',
    'subject print',
    'correspondence',
  ],
  ['set-aside', 'public-task', 'person', 'contact words documents traces', 'quality', 'set-aside'],
  ['telephone', 'public-task', 'person', 'contact words traces', 'subject', 'as-request'],
  ['accounts', 'consent', 'person', 'identity birth contact account traces', '', 'as-asked'],
  ['household', 'consent', 'person', 'identity birth child family', '', 'as-asked'],
  ['safe', 'consent', 'person', 'documents money', '', 'as-asked'],
  ['register-of-people', 'public-task', 'person', 'identity birth contact home', 'subject', 'as-request'],
  ['appointments', 'public-task', 'person', 'identity contact appointment', 'subject', 'as-request'],
  ['payments', 'legal-obligation', 'person', 'identity money', 'treasury', 'accounts'],
  ['reports', 'public-task', 'person', 'contact place documents words', 'subject', 'as-request'],
  ['subscriptions', 'consent', 'person', 'contact', '', 'as-asked'],
  ['texts', 'public-task', 'person', 'contact', '', 'as-request'],
  ['mandates', 'consent', 'person', 'identity contact traces', '', 'as-asked'],
  ['ratings', 'public-task', 'person', 'choices words', 'quality', 'as-request'],
  ['learning', 'public-task', 'person', 'words', 'quality', 'as-request'],
  ['statistics', 'public-task', '', '', 'quality', 'anonymous'],
  ['journals', 'legal-obligation', 'agent person', 'traces work', 'quality', 'journal'],
  ['agents', 'public-task', 'agent', 'identity contact work traces', '', 'in-office'],
  ['access-logs', 'legal-obligation', 'agent person', 'traces', '', 'logs'],
  ['erasures', 'legal-obligation', 'person', 'traces', 'quality', 'lasting'],
];
/** Left out where the configuration does not have it. */
const optional: Record<string, (authority: Authority) => boolean> = {
  payments: ({ payfip }) => payfip !== undefined,
  texts: ({ sms }) => sms !== undefined,
};
/** Kept for a while of their own, and not as something else. */
const rules: Record<string, (authority: Authority) => Rule> = {
  correspondence: () => ruleOf(null),
  'set-aside': setAsideRule,
};
const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** What every authority does, as it is configured. */
export const common = (authority: Authority): Processing[] =>
  rows
    .filter(([id]) => optional[id]?.(authority) ?? true)
    .map(([id, basis, people, data, recipients, kept]) => ({
      ...{ id, basis, title: null, purpose: null, people: words(people), data: words(data) },
      recipients: [...words(recipients), 'host'].map((code) => ({ code: code as Recipient['code'] })),
      retention: rules[kept]?.(authority) ?? { code: kept },
    }));
