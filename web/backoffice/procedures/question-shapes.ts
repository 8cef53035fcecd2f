import type { Shape } from './shapes.ts';

/** Kinds of question in families, as they are offered. */
export const questionFamilies = {
  words: [
    'text',
    'textarea',
    'choice',
    'choices',
    'yes-no',
    'number',
    'amount',
    'date',
    'time',
    'period',
    'appointment',
  ],
  person: [
    'given-name',
    'family-name',
    'birth-date',
    'email',
    'phone',
    'address',
    'country',
    'iban',
    'household-child',
  ],
  place: ['commune', 'place', 'licence-plate', 'siret', 'rna'],
  paper: ['files', 'safe-document', 'sworn-statement', 'consent'],
  blocks: ['repeat', 'table', 'information'],
} as const;
/** Kinds that also stand inside a block. */
export const simpleKinds = [
  ...questionFamilies.words.filter((kind) => kind !== 'period' && kind !== 'appointment'),
  ...questionFamilies.person.filter((kind) => kind !== 'household-child'),
  ...['commune', 'licence-plate', 'siret', 'rna', 'consent'],
];

const option: readonly Shape[] = [
  { key: 'label', control: 'text', as: 'optionLabel' },
  { key: 'hint', control: 'text', optional: true },
  { key: 'value', control: 'name', technical: true },
];
const options: Shape = {
  key: 'options',
  control: 'list',
  item: 'option',
  blank: (_, count) => ({ value: `choix-${count}`, label: '' }),
  shapes: option,
};
const numbers = (...keys: string[]): Shape[] =>
  keys.map((key) => ({ key, control: 'number', optional: true }));
const euros = (...keys: string[]): Shape[] => keys.map((key) => ({ key, control: 'euros', optional: true }));

const own: Record<string, readonly Shape[]> = {
  text: [
    {
      key: 'pattern',
      control: 'select',
      options: ['postal-code', 'licence-plate', 'siret', 'rna'],
      words: 'pattern',
      optional: true,
    },
    ...numbers('maxLength'),
  ],
  textarea: numbers('maxLength'),
  date: [
    { key: 'past', control: 'flag' },
    { key: 'future', control: 'flag' },
  ],
  'birth-date': numbers('minAge', 'maxAge'),
  number: [...numbers('min', 'max'), { key: 'unit', control: 'text', optional: true }],
  amount: euros('minCents', 'maxCents'),
  choice: [options],
  choices: [options],
  period: numbers('maxDays'),
  files: [
    { key: 'document', control: 'from', source: 'documents', optional: true },
    ...numbers('max').map((shape) => ({ ...shape, as: 'maxFiles' })),
    { key: 'accept', control: 'multi', options: ['pdf', 'image', 'office'], words: 'accept' },
  ],
  repeat: [
    { key: 'rowLabel', control: 'text' },
    { key: 'addLabel', control: 'text' },
    ...numbers('min', 'max').map((shape) => ({ ...shape, as: shape.key === 'min' ? 'minRows' : 'maxRows' })),
  ],
  table: [
    {
      key: 'rows',
      control: 'list',
      item: 'row',
      blank: (_, count) => ({ value: `ligne-${count}`, label: '' }),
      shapes: [
        { key: 'label', control: 'text', as: 'rowName' },
        { key: 'value', control: 'name', technical: true },
      ],
    },
    {
      key: 'columns',
      control: 'list',
      item: 'column',
      blank: (_, count) => ({ name: `colonne${count}`, label: '', type: 'text' }),
      shapes: [
        { key: 'label', control: 'text', as: 'columnLabel' },
        {
          key: 'type',
          control: 'select',
          options: ['text', 'number', 'amount', 'yes-no'],
          words: 'kind',
          as: 'columnType',
        },
        { key: 'required', control: 'flag', as: 'columnRequired' },
        { key: 'name', control: 'name', technical: true },
      ],
    },
  ],
  'safe-document': [{ key: 'document', control: 'from', source: 'documents' }],
  appointment: [{ key: 'service', control: 'text' }],
};

/** What may be said of one question of a kind. */
export function shapesOfQuestion(type: string): readonly Shape[] {
  const name: Shape = { key: 'name', control: 'name', technical: true };
  const when: Shape = { key: 'when', control: 'condition', optional: true };
  const known: Shape = { key: 'known', control: 'text', optional: true, technical: true };
  if (type === 'information') return [{ key: 'label', control: 'area', as: 'informationLabel' }, when, name];
  return [
    type === 'sworn-statement'
      ? { key: 'label', control: 'area', as: 'swornLabel' }
      : { key: 'label', control: 'text', as: 'questionLabel' },
    { key: 'hint', control: 'text', optional: true },
    { key: 'required', control: 'flag' },
    ...(own[type] ?? []),
    ...(simpleKinds.includes(type) || type === 'address' ? [known] : []),
    when,
    name,
  ];
}

/** What stays of a question that becomes another kind: what the new kind also knows. */
export function changedKind(question: Record<string, unknown>, type: string): Record<string, unknown> {
  const known = new Set(['type', ...shapesOfQuestion(type).map(({ key }) => key), 'fields']);
  const kept = Object.fromEntries(
    Object.entries(question).filter(([key]) => known.has(key) && (key !== 'fields' || type === 'repeat')),
  );
  return { ...firsts[type], ...kept, type };
}

const twoOptions = [
  { value: 'choix-1', label: '' },
  { value: 'choix-2', label: '' },
];
const firsts: Record<string, Record<string, unknown>> = {
  choice: { options: twoOptions },
  choices: { options: twoOptions },
  repeat: { min: 1, max: 10, rowLabel: '', addLabel: '', fields: [] },
  table: {
    rows: [{ value: 'ligne-1', label: '' }],
    columns: [{ name: 'colonne1', label: '', type: 'text' }],
  },
};
