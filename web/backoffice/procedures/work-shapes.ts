import { code, type Shape, when } from './shapes.ts';

export const roles = ['instructor', 'head', 'signatory', 'quality', 'administrator'] as const;
const outcomes = ['granted', 'refused', 'answered'] as const;

const workShapes: Record<string, readonly Shape[]> = {
  check: [
    {
      key: 'points',
      control: 'list',
      item: 'point',
      blank: (_, count) => ({ code: `point-${count}`, label: '' }),
      shapes: [{ key: 'label', control: 'text', as: 'pointLabel' }, code],
    },
  ],
  opinion: [
    { key: 'from', control: 'multi-from', source: 'departments', as: 'opinionFrom' },
    { key: 'question', control: 'area', as: 'opinionQuestion' },
  ],
  decision: [{ key: 'outcomes', control: 'multi', options: outcomes, words: 'outcome' }],
  letter: [{ key: 'template', control: 'from', source: 'letters', optional: true }],
  visa: [{ key: 'by', control: 'actor' }],
  signature: [
    { key: 'by', control: 'actor' },
    {
      key: 'mode',
      control: 'select',
      options: ['seal', 'personal'],
      words: 'signature',
      as: 'signatureMode',
    },
  ],
  payment: [{ key: 'fee', control: 'from', source: 'fees' }],
  appointment: [{ key: 'service', control: 'text' }],
  'external-call': [{ key: 'connector', control: 'text' }],
};
/** Kinds of steps of the instruction, in the order in which they usually come. */
export const workKinds = Object.keys(workShapes);
export const shapesOfWork = (kind: string): readonly Shape[] => [
  { key: 'title', control: 'text', as: 'workTitle' },
  ...(workShapes[kind] ?? []),
  { key: 'days', control: 'number', optional: true, as: 'workDays' },
  when,
  { key: 'id', control: 'name', technical: true },
];
