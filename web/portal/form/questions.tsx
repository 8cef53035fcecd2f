import { type ComponentChildren, Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { equivalentQuestion } from '../../../functions/procedures/document-questions.ts';
import type { Answer, Answers, Field } from '../../../functions/procedures/field.ts';
import type { Option } from '../../ui/choice-fields.tsx';
import type { SentFile } from '../../ui/file-upload.tsx';
import { FieldInput, type FieldInputProps } from './field-input.tsx';
import type { Home } from './home.ts';

export type Files = Record<string, readonly SentFile[]>;
export type QuestionsProps = {
  fields: readonly Field[];
  /** As typed, and as kept: conditions inside a block look at the latter. */
  typed: Answers;
  kept: Answers;
  errors: Record<string, string>;
  communes: readonly Option[];
  today: string;
  onAnswer: (name: string, answer: Answer) => void;
  files: Files;
  onFiles: (name: string, change: (files: readonly SentFile[]) => SentFile[]) => void;
  /** Files under way, by question. */
  onPending: (name: string, count: number) => void;
  upload?: FieldInputProps['upload'];
  home?: Home | undefined;
  procedure?: string;
  /** What is said under one of the questions; the preview of an author has more to say. */
  below?: (name: string) => ComponentChildren;
};

/** The questions of one step; the citizen's form and the preview of whoever writes it show the same. */
export const Questions = ({ fields, typed, kept, errors, ...given }: QuestionsProps) =>
  fields.map((field) => (
    <Fragment key={field.name}>
      <FieldInput
        field={told(field, given.home)}
        value={typed[field.name]}
        onChange={(answer) => given.onAnswer(field.name, answer)}
        errors={errors}
        communes={given.communes}
        answers={kept}
        today={given.today}
        files={given.files[field.name]}
        onFiles={(change) => given.onFiles(field.name, change)}
        // The question that asks it shows with the file only; where there is none, the answer is dropped.
        onKind={(kind) => given.onAnswer(equivalentQuestion(field.name), kind)}
        onPending={(count) => given.onPending(field.name, count)}
        upload={given.upload}
        home={given.home}
        procedure={given.procedure}
      />
      {given.below?.(field.name)}
    </Fragment>
  ));

/** Where an answer that nobody typed comes from is said with the question. */
function told(field: Field, home: Home | undefined): Field {
  const origin = home?.origin(field.name);
  if (!origin || field.type === 'information') return field;
  return { ...field, hint: [field.hint, origin].filter(Boolean).join(' ') };
}

/** Names of the questions whose files are still on their way. */
export function usePending(): { pending: string[]; onPending: QuestionsProps['onPending'] } {
  const [counts, setCounts] = useState<Record<string, number>>({});
  return {
    pending: Object.keys(counts).filter((name) => (counts[name] ?? 0) > 0),
    onPending: (name, count) => setCounts((before) => ({ ...before, [name]: count })),
  };
}
