import type { Procedure } from '../procedures/procedure.ts';
import type { Authority } from '../settings/authority.ts';
import { common } from './common-processing.ts';
import { type Rule, ruleOf } from './usual.ts';

export const dataCodes = [
  ...['identity', 'contact', 'birth', 'home', 'child', 'family', 'money', 'bank', 'company', 'vehicle'],
  ...[
    'documents',
    'health',
    'words',
    'choices',
    'appointment',
    'account',
    'traces',
    'voice',
    'place',
    'work',
  ],
] as const;
/** What is asked, by kind: the words stand in the catalogue. */
export type DataCode = string;
export const recipientCodes = [
  'department',
  'asked',
  'treasury',
  'print',
  'subject',
  'quality',
  'host',
] as const;
export type Recipient = { code: (typeof recipientCodes)[number]; department?: string };

/** One line of the register of processing (RGPD 30(1)): generated, so that it is what the product does. */
export type Processing = {
  id: string;
  /** Title of the procedure, or null for what the catalogue names by `id`. */
  title: string | null;
  purpose: string | null;
  basis: 'public-task' | 'legal-obligation' | 'consent';
  people: readonly string[];
  data: readonly DataCode[];
  recipients: readonly Recipient[];
  retention: Rule | { code: string };
};

const dataOfType: Record<string, DataCode> = {
  'given-name': 'identity',
  'family-name': 'identity',
  'sworn-statement': 'identity',
  email: 'contact',
  phone: 'contact',
  'birth-date': 'birth',
  address: 'home',
  commune: 'home',
  country: 'birth',
  place: 'place',
  'household-child': 'child',
  amount: 'money',
  iban: 'bank',
  siret: 'company',
  rna: 'company',
  'licence-plate': 'vehicle',
  files: 'documents',
  'safe-document': 'documents',
  text: 'words',
  textarea: 'words',
  appointment: 'appointment',
};

type Question = { type: string; fields?: readonly Question[] };
const dataOf = (fields: readonly Question[]): DataCode[] =>
  fields.flatMap(({ type, fields: inner }) => [dataOfType[type] ?? 'choices', ...dataOf(inner ?? [])]);
/** What a paragraph says is asked of nobody. */
const isAsked = ({ type }: Question): boolean => type !== 'information';

/** Of RGPD 9, or as delicate: named by what is asked. The authority reads these again when it writes its own (DPIA). */
const health = /sante|medic|handicap|allerg|autonomie|vaccin/;
const family = /situation familiale|conjoint|divorc|pacs|marie|quotient familial|composition du foyer/;
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const processingOf = (procedure: Procedure): Processing => {
  const fields = procedure.steps.flatMap((step) => step.fields as readonly Question[]).filter(isAsked);
  const words = folded(JSON.stringify([procedure.steps, procedure.documents.map(({ label }) => label)]));
  const data = new Set<DataCode>([
    ...dataOf(fields),
    ...(procedure.documents.length > 0 ? ['documents'] : []),
    ...(health.test(words) ? ['health'] : []),
    ...(family.test(words) ? ['family'] : []),
  ]);
  const departments = new Set(
    [
      procedure.department,
      ...Object.values(procedure.departmentByCommune),
      ...procedure.routing.map(({ department }) => department),
    ].filter(Boolean),
  );
  const asked = procedure.workflow.flatMap((step) =>
    'department' in step && typeof step.department === 'string' ? [step.department] : [],
  );
  const isPaid = procedure.fees.some(({ due }) => due !== 'never');
  return {
    id: procedure.id,
    title: procedure.title,
    purpose: procedure.summary,
    basis: 'public-task',
    people: procedure.audience,
    data: dataCodes.filter((code) => data.has(code)),
    recipients: [
      ...[...departments].map((department) => ({ code: 'department' as const, department })),
      ...[...new Set(asked)]
        .filter((department) => !departments.has(department))
        .map((department) => ({ code: 'asked' as const, department })),
      ...(isPaid ? [{ code: 'treasury' as const }] : []),
      { code: 'print' },
      { code: 'host' },
    ],
    retention: ruleOf(procedure),
  };
};

/** The whole register: what every authority does, then its procedures by title. */
export const registerOf = (authority: Authority, procedures: readonly Procedure[]): Processing[] => [
  ...common(authority),
  ...procedures
    .map(processingOf)
    .sort((one, other) => (one.title ?? '').localeCompare(other.title ?? '', 'fr')),
];
