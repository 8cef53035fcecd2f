import type { Procedure } from '../procedure.ts';
import { advice, type Finding, type Path } from './finding.ts';

const longestHint = 160;
const longestLabel = 15;
const mostQuestions = 5;
const shouted = /^[^a-z\u00e0-\u00ff]*[A-Z\u00c0-\u00dd]{4,}[^a-z\u00e0-\u00ff]*$/;
const placeholder = /^(saisi(r|ssez)|tape[rz]|entre[rz]|renseigne[rz]|ex(emple)?\b\.?)|(\.\.\.|\u2026)$/i;
const vague = /cliquez ici|\bici\b$|en savoir plus|voir ci-dessous|champ obligatoire/i;
const jargon =
  /p[e\u00e9]titionnaire|susmentionn|susvis|ci-annex|ampliation|affect[e\u00e9]taire|dont acte|in fine|ayants? droit|c[e\u00e9]ans|nonobstant|sous couvert de|primo|quotit[e\u00e9]/i;

/** Advice for the eyes and ears of everybody: labels that say enough and not too much (RGAA 11, plain language). */
export function plainFindings(procedure: Procedure): Finding[] {
  return [
    ...text(procedure.title, ['title']),
    ...procedure.steps.flatMap((step, at) => {
      const path = ['steps', at];
      const questions = step.fields.filter(({ type }) => type !== 'information');
      const labels = questions.map(({ label }) => label.trim().toLowerCase());
      return [
        ...text(step.title, [...path, 'title']),
        ...(questions.length > mostQuestions
          ? [advice([...path, 'fields'], 'many-questions', { count: questions.length, max: mostQuestions })]
          : []),
        ...step.fields.flatMap((field, index) => [
          ...question(field, [...path, 'fields', index]),
          ...(field.type !== 'information' &&
          labels.indexOf(field.label.trim().toLowerCase()) < questions.indexOf(field)
            ? [advice([...path, 'fields', index, 'label'], 'same-label', { name: field.label })]
            : []),
        ]),
      ];
    }),
  ];
}

type Asked = Procedure['steps'][number]['fields'][number];
/** Statements and paragraphs are sentences; everything else is a question. */
const sentences: readonly Asked['type'][] = ['consent', 'sworn-statement', 'information'];

function question(field: Asked, path: Path): Finding[] {
  const label = [...path, 'label'];
  if (sentences.includes(field.type)) return text(field.label, label);
  const hint = field.type === 'information' ? undefined : field.hint;
  const count = field.label.split(/\s+/).filter((word) => /\w/.test(word)).length;
  const inner = field.type === 'repeat' ? field.fields : [];
  return [
    ...text(field.label, label),
    ...(count > longestLabel ? [advice(label, 'long-label', { count, max: longestLabel })] : []),
    ...(/:\s*$/.test(field.label) ? [advice(label, 'colon')] : []),
    ...(/\*\s*$/.test(field.label) ? [advice(label, 'star')] : []),
    ...(placeholder.test(field.label.trim()) ? [advice(label, 'placeholder')] : []),
    ...(hint && hint.length > longestHint
      ? [advice([...path, 'hint'], 'long-hint', { count: hint.length, max: longestHint })]
      : []),
    ...inner.flatMap((one, at) => question(one, [...path, 'fields', at])),
  ];
}

const text = (written: string, path: Path): Finding[] => [
  ...(shouted.test(written) && /[A-Z\u00c0-\u00dd]{2,}.*\s|[A-Z\u00c0-\u00dd]{7,}/.test(written)
    ? [advice(path, 'capitals')]
    : []),
  ...(vague.test(written) ? [advice(path, 'vague')] : []),
  ...(jargon.test(written) ? [advice(path, 'jargon', { name: jargon.exec(written)?.[0] ?? '' })] : []),
];
