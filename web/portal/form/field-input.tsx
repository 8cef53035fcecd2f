import { countries } from '../../../functions/procedures/countries.ts';
import type { Answer, Answers, Field } from '../../../functions/procedures/field.ts';
import { isAddress } from '../../../functions/procedures/normalise.ts';
import { AddressField } from '../../ui/address-field.tsx';
import { Checkbox, CheckboxGroup, type Option, RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextField, type TextFieldProps } from '../../ui/field.tsx';
import type { SentFile } from '../../ui/file-upload.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Place } from '../../ui/upload.ts';
import { useWritten } from '../written.ts';
import type { Home } from './home.ts';
import { isRare, LateRareInput } from './rare-kinds.tsx';

export const fieldId = (field: string): string => `champ-${field}`;

type StartUpload = (file: { name: string; contentType: string; size: number }) => Promise<Place>;
export type FieldInputProps = {
  field: Field;
  /** Where its answer stands: the name of the field, or `enfants.0.prenom` inside a block. */
  path?: string;
  value: Answer;
  onChange: (answer: Answer) => void;
  /** Sentences by path: the field's own, or those of its parts (`adresse.city`). */
  errors: Record<string, string>;
  communes: readonly Option[];
  /** Answers of the whole form and calendar day, for the conditions inside a block. */
  answers: Answers;
  today: string;
  files?: readonly SentFile[];
  onFiles?: (change: (files: readonly SentFile[]) => SentFile[]) => void;
  /** What the first file joined is, when it is known: nobody is asked then. */
  onKind?: (kind: string) => void;
  onPending?: (count: number) => void;
  /** Id of the procedure: files that wait for the network wait under it. */
  procedure?: string | undefined;
  upload?: StartUpload;
  /** Of whoever is signed in. */
  home?: Home | undefined;
};

/** How each kind of text is typed. */
const typing: Partial<Record<Field['type'], Partial<TextFieldProps>>> = {
  'given-name': { autocomplete: 'given-name', spellcheck: false },
  'family-name': { autocomplete: 'family-name', spellcheck: false },
  email: { type: 'email', autocomplete: 'email', spellcheck: false },
  phone: { type: 'tel', autocomplete: 'tel', width: 'medium' },
  time: { width: 'short' },
  siret: { width: 'medium', inputMode: 'numeric' },
  rna: { width: 'medium', spellcheck: false },
  iban: { width: 'medium', spellcheck: false, autocomplete: 'off' },
  'licence-plate': { width: 'medium', spellcheck: false },
};
/** What helps to type it, when the procedure says nothing better. */
const hints: Partial<Record<Field['type'], string>> = form.hints;

/** The control of each kind of question. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, errors, path = field.name } = props;
  const lang = useWritten();
  if (field.type === 'information')
    return (
      <Notice>
        <p class="lines" lang={lang}>
          {field.label}
        </p>
      </Notice>
    );
  if (isRare(field)) return <LateRareInput {...props} field={field} />;
  const own = {
    id: fieldId(path),
    label: field.label,
    hint: field.hint ?? hints[field.type],
    error: errors[path],
    optional: !field.required,
    ...written(lang, field.hint),
  };
  const text = { ...own, value: typeof value === 'string' ? value : '', onChange };
  switch (field.type) {
    case 'textarea':
      return <TextArea {...text} maxLength={field.maxLength} />;
    case 'date':
      return <DateField {...text} />;
    case 'birth-date':
      return <DateField {...text} birth />;
    case 'number':
      return <TextField {...text} value={typed(value)} inputMode="decimal" width="short" unit={field.unit} />;
    case 'amount':
      return (
        <TextField
          {...text}
          value={typeof value === 'number' ? form.euros(value) : text.value}
          inputMode="decimal"
          width="short"
          unit={form.euro}
        />
      );
    case 'choice':
      return <Choice {...text} options={field.options} optionsLang={lang} />;
    case 'commune':
      return <Choice {...text} options={props.communes} />;
    case 'country':
      return <Select {...text} options={countries()} />;
    case 'yes-no':
      return (
        <RadioGroup
          {...own}
          options={form.yesNo}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={(chosen) => onChange(chosen === 'true')}
        />
      );
    case 'choices':
      return (
        <CheckboxGroup
          {...own}
          options={field.options}
          optionsLang={lang}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'consent':
      return <Checkbox {...own} checked={value === true} onChange={onChange} />;
    case 'address':
      return (
        <AddressField
          {...own}
          error={undefined}
          errors={{
            lines: errors[`${path}.lines`],
            postalCode: errors[`${path}.postalCode`],
            city: errors[`${path}.city`],
          }}
          value={isAddress(value) ? value : {}}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <TextField {...text} autocomplete={field.autocomplete} width={field.pattern ? 'medium' : 'full'} />
      );
    default:
      return <TextField {...text} {...typing[field.type]} />;
  }
}

/** Languages of a question and of its own hint, for whoever reads the page in another. */
export const written = (lang: string | undefined, hint: string | undefined) =>
  lang ? { lang, hintLang: hint ? lang : undefined } : {};
const typed = (value: Answer): string => (value === undefined || value === null ? '' : String(value));

const listBeyond = 8;
function Choice(props: Parameters<typeof RadioGroup>[0]) {
  return props.options.length > listBeyond ? <Select {...props} /> : <RadioGroup {...props} />;
}
