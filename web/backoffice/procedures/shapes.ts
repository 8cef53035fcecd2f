import type { Doc } from './document.ts';

/** Where the choices of a list come from. */
export type Source = 'departments' | 'questions' | 'documents' | 'fees' | 'letters';
type Control =
  | { control: 'text' | 'area' | 'number' | 'euros' | 'flag' | 'texts' | 'numbers' | 'name' | 'condition' }
  | { control: 'communes' | 'actor' | 'open-day' | 'period' }
  /** Words of the options are under `choices[words]` of the messages. */
  | { control: 'select' | 'multi'; options: readonly string[]; words: string }
  | { control: 'from' | 'multi-from'; source: Source }
  | { control: 'list'; shapes: readonly Shape[]; blank: (doc: Doc, count: number) => unknown; item: string }
  | { control: 'group'; shapes: readonly Shape[] };
/**
 * How one property of a procedure is worked on. Its words are `labels[as ?? key]` of the messages. `optional`: it may be
 * left out. `technical`: shown apart, few people need it.
 */
export type Shape = Control & { key: string; as?: string; optional?: boolean; technical?: boolean };

export const themes = [
  'papiers',
  'famille',
  'logement-urbanisme',
  'rue-environnement',
  'vie-locale',
  'argent-aides',
  'autre',
] as const;

export const code: Shape = { key: 'code', control: 'name', technical: true };
export const when: Shape = { key: 'when', control: 'condition', optional: true };
const hint: Shape = { key: 'hint', control: 'text', optional: true };
const person = (key: string): Shape => ({
  key,
  control: 'from',
  source: 'questions',
  optional: true,
  as: `identity-${key}`,
});
const letter = (key: string): Shape => ({
  key,
  control: 'from',
  source: 'letters',
  optional: true,
  as: `letter-${key}`,
});

export const stepShapes: readonly Shape[] = [
  { key: 'title', control: 'text', as: 'stepTitle' },
  hint,
  when,
  { key: 'id', control: 'name', technical: true },
];

const periods = (key: string): Shape => ({
  ...{ key, control: 'list', item: 'open', blank: () => ({ from: '', to: '' }) },
  shapes: [
    { key: 'from', control: 'open-day', as: 'openFrom' },
    { key: 'to', control: 'open-day', as: 'openTo' },
  ],
});
/** Parts of a procedure, in the order of the outline; the form and the instruction have pages of their own. */
export const sections: Record<string, readonly Shape[]> = {
  general: [
    { key: 'title', control: 'text' },
    { key: 'summary', control: 'area' },
    { key: 'theme', control: 'select', options: themes, words: 'theme' },
    { key: 'audience', control: 'multi', options: ['person', 'company', 'association'], words: 'audience' },
    { key: 'minutes', control: 'number' },
    { key: 'youWillNeed', control: 'texts', optional: true },
    { key: 'before', control: 'area', optional: true },
    { key: 'keywords', control: 'texts', optional: true },
  ],
  identity: [
    {
      key: 'identity',
      control: 'group',
      shapes: ['givenName', 'familyName', 'email', 'phone', 'address'].map(person),
    },
    {
      key: 'cosign',
      control: 'group',
      shapes: [
        { key: 'question', control: 'from', source: 'questions', optional: true, as: 'cosignQuestion' },
        { key: 'days', control: 'number', optional: true, as: 'cosignDays' },
      ],
    },
    { key: 'subject', control: 'text', optional: true },
    { key: 'subjectField', control: 'from', source: 'questions', optional: true },
  ],
  documents: [
    {
      key: 'documents',
      control: 'list',
      item: 'document',
      blank: (_, count) => ({ code: `piece-${count}`, label: '' }),
      shapes: [
        { key: 'label', control: 'text', as: 'documentLabel' },
        { key: 'requiredBy', control: 'text', optional: true },
        { key: 'validMonths', control: 'number', optional: true },
        {
          key: 'accepts',
          control: 'list',
          item: 'equivalent',
          optional: true,
          blank: (_, count) => ({ code: `equivalent-${count}`, label: '' }),
          shapes: [{ key: 'label', control: 'text', as: 'equivalentLabel' }, code],
        },
        hint,
        when,
        code,
      ],
    },
  ],
  ineligible: [
    {
      key: 'ineligible',
      control: 'list',
      item: 'ineligible',
      blank: () => ({ because: '' }),
      shapes: [
        { key: 'when', control: 'condition', as: 'ineligibleWhen' },
        { key: 'because', control: 'area' },
      ],
    },
  ],
  open: [periods('open'), periods('season')],
  fees: [
    {
      key: 'fees',
      control: 'list',
      item: 'fee',
      blank: (_, count) => ({ code: `tarif-${count}`, label: '', cents: 0 }),
      shapes: [
        { key: 'label', control: 'text', as: 'feeLabel' },
        { key: 'cents', control: 'euros' },
        when,
        code,
      ],
    },
  ],
  routing: [
    { key: 'department', control: 'from', source: 'departments' },
    { key: 'departmentByCommune', control: 'communes', optional: true },
    {
      key: 'routing',
      control: 'list',
      item: 'rule',
      blank: () => ({ department: '' }),
      shapes: [
        { key: 'when', control: 'condition', as: 'ruleWhen' },
        { key: 'department', control: 'from', source: 'departments', as: 'ruleDepartment' },
      ],
    },
  ],
  delays: [
    { key: 'commitmentDays', control: 'number' },
    {
      key: 'silence',
      control: 'group',
      shapes: [
        {
          key: 'mode',
          control: 'select',
          options: ['svr', 'sva', 'none'],
          words: 'silence',
          as: 'silenceMode',
        },
        { key: 'period', control: 'period' },
        { key: 'article', control: 'text', optional: true },
      ],
    },
    {
      key: 'documentsDelay',
      control: 'group',
      shapes: [
        { key: 'days', control: 'number', as: 'documentDays' },
        { key: 'reminders', control: 'numbers', optional: true },
      ],
    },
  ],
  letters: [
    { key: 'letters', control: 'group', shapes: ['granted', 'refused', 'answered', 'documents'].map(letter) },
    { key: 'algorithm', control: 'flag' },
  ],
  retention: [
    {
      key: 'retention',
      control: 'group',
      shapes: [
        { key: 'months', control: 'number' },
        { key: 'disposal', control: 'select', options: ['destroy', 'archive', 'sort'], words: 'disposal' },
        { key: 'because', control: 'text', optional: true, as: 'retentionBecause' },
      ],
    },
  ],
};
