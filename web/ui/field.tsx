import type { ComponentChildren } from 'preact';
import { kit } from './messages/fr.ts';
import { language } from './messages/language-fr.ts';

export type FieldProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  optional?: boolean;
  /** Of the label and of the hint, where it is not that of the page. */
  lang?: string | undefined;
  hintLang?: string | undefined;
};

/** Ids that describe the control, for `aria-describedby`. */
export const describedBy = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>, more?: string) =>
  [hint && `${id}-hint`, error && `${id}-error`, more].filter(Boolean).join(' ') || undefined;

export const Optional = ({ lang }: Pick<FieldProps, 'lang'>) => (
  <span class="optional" lang={lang && language.code}>
    {' '}
    ({kit.optional})
  </span>
);

export function HintAndError({ id, hint, error, hintLang }: Omit<FieldProps, 'label'>) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`} lang={hintLang}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** Label, hint and error above one control: they are read in this order. */
export function FieldFrame({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={field.error ? 'field in-error' : 'field'}>
      <label for={field.id} lang={field.lang}>
        {field.label}
        {field.optional && <Optional lang={field.lang} />}
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  );
}

/** Several controls that answer one question. `id` is the group's, given to the first control by its owner. */
export function GroupFrame({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <fieldset class={field.error ? 'field in-error' : 'field'} aria-describedby={describedBy(field)}>
      <legend lang={field.lang}>
        {field.label}
        {field.optional && <Optional lang={field.lang} />}
      </legend>
      <HintAndError {...field} />
      {children}
    </fieldset>
  );
}

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'search';
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal';
  width?: 'short' | 'medium' | 'full';
  unit?: string;
  spellcheck?: boolean;
};

export function TextField({ value, onChange, width = 'full', unit, ...field }: TextFieldProps) {
  const { id, type = 'text', autocomplete, inputMode, spellcheck } = field;
  return (
    <FieldFrame {...field}>
      <span class="with-unit">
        <input
          id={id}
          name={id}
          type={type as 'text'}
          class={`input ${width}`}
          value={value}
          autocomplete={autocomplete}
          inputMode={inputMode}
          spellcheck={spellcheck}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy(field, unit && `${id}-unit`)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {unit && <span id={`${id}-unit`}>{unit}</span>}
      </span>
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
};
/** The count of what is left is spoken only near the end, not at each key. */
export function TextArea({ value, onChange, rows = 6, maxLength, ...field }: TextAreaProps) {
  const left = maxLength === undefined ? Number.POSITIVE_INFINITY : maxLength - value.length;
  const near = maxLength !== undefined && left <= maxLength * 0.2;
  return (
    <FieldFrame {...field}>
      <textarea
        id={field.id}
        name={field.id}
        class="input full"
        rows={rows}
        value={value}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field, maxLength === undefined ? undefined : `${field.id}-count`)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {maxLength !== undefined && (
        <p class="hint count" id={`${field.id}-count`} role="status">
          {near ? kit.charactersLeft(left) : ''}
        </p>
      )}
    </FieldFrame>
  );
}
