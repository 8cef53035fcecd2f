import type { Field, Step } from './field.ts';
import { documentWords } from './messages/fr.ts';
import type { Procedure, RequiredDocument } from './procedure.ts';

export type Form = Pick<Procedure, 'steps'> & Partial<Pick<Procedure, 'documents'>>;
type Files = Extract<Field, { type: 'files' }>;

/** Step added after the others when a required document is asked by no question of the form. */
export const documentsStep = 'documents-demandes';

/** Name of the question that such a document makes: "avis-imposition" gives "documentAvisImposition". */
export const documentQuestion = (code: string): string =>
  `document-${code}`.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
/** Name of the question that says which of the accepted documents was sent. */
export const equivalentQuestion = (files: string): string => `${files}Equivalent`;

const made = new WeakMap<Form['steps'], { documents: Form['documents']; steps: Step[] }>();

/**
 * The steps as they are asked: each question of files bound to a required document says what is accepted and how old it
 * may be, and a last step asks for the documents that no question asks. Those stay optional: a request is received
 * incomplete and the department asks for the rest (CRPA L114-5).
 */
export function askedSteps(form: Form): Step[] {
  const before = made.get(form.steps);
  if (before && before.documents === form.documents) return before.steps;
  const steps = withDocuments({ ...form, steps: withSafe(form.steps) });
  made.set(form.steps, { documents: form.documents, steps });
  return steps;
}

/** A document of the safe becomes an upload when it is taken from there: from then on it is a file like the others. */
function withSafe(steps: Step[]): Step[] {
  const isFromSafe = ({ type }: Field) => type === 'safe-document';
  if (!steps.some(({ fields }) => fields.some(isFromSafe))) return steps;
  const asFiles = (field: Field): Field =>
    field.type === 'safe-document' ? { ...field, type: 'files', max: 3, accept: ['pdf', 'image'] } : field;
  return steps.map((step) => ({ ...step, fields: step.fields.map(asFiles) }));
}

function withDocuments({ steps, documents = [] }: Form): Step[] {
  if (documents.length === 0) return steps;
  const bound = new Set(
    steps.flatMap(({ fields }) => fields.flatMap((field) => (field.type === 'files' ? field.document : []))),
  );
  const others = documents.filter(({ code }) => !bound.has(code));
  const asked = steps.map((step) => ({
    ...step,
    fields: step.fields.flatMap((field) => {
      const document =
        field.type === 'files' && field.document
          ? documents.find(({ code }) => code === field.document)
          : undefined;
      return document ? bind(field as Files, document) : [field];
    }),
  }));
  if (others.length === 0) return asked;
  return [
    ...asked,
    {
      id: documentsStep,
      title: documentWords.stepTitle,
      hint: documentWords.stepHint,
      fields: others.flatMap((document) => bind(filesFor(document), document)),
    },
  ];
}

const filesFor = ({ code, label, when }: RequiredDocument): Files => ({
  type: 'files',
  name: documentQuestion(code),
  label,
  required: false,
  max: 5,
  accept: ['pdf', 'image'],
  document: code,
  ...(when && { when }),
});

function bind(field: Files, document: RequiredDocument): Field[] {
  const hints = [field.hint ?? document.hint, ...documentWords.hints(document)].filter(Boolean);
  const asked: Field = { ...field, ...(hints.length > 0 && { hint: hints.join(' ') }) };
  if (document.accepts.length === 0) return [asked];
  const filled = { field: field.name, filled: true };
  return [
    asked,
    {
      type: 'choice',
      name: equivalentQuestion(field.name),
      label: documentWords.which,
      required: false,
      when: field.when ? { all: [field.when, filled] } : filled,
      options: [document, ...document.accepts].map(({ code: value, label }) => ({ value, label })),
    },
  ];
}
