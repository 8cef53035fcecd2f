import type { startUpload } from '../../../functions/intake/public-api.ts';
import { isFilled } from '../../../functions/procedures/conditions.ts';
import { isAddress } from '../../../functions/procedures/normalise.ts';
import type { Answer, Field } from '../../../functions/procedures/procedure.ts';
import { AddressField } from '../../ui/address-field.tsx';
import { call } from '../../ui/api.ts';
import { Checkbox, CheckboxGroup, type Option, RadioGroup, Select } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FileUpload, type SentFile } from '../../ui/file-upload.tsx';
import { Notice } from '../../ui/notice.tsx';

export const fieldId = (field: string): string => `champ-${field}`;

type FieldInputProps = {
  field: Field;
  value: Answer;
  onChange: (answer: Answer) => void;
  /** Sentences by field path: the field's own name, or `name.part` for an address. */
  errors: Record<string, string>;
  communes: readonly Option[];
  files: readonly SentFile[];
  onFiles: (change: (files: readonly SentFile[]) => SentFile[]) => void;
  onPending: (count: number) => void;
};

const startPublicUpload = (file: { name: string; contentType: string; size: number }) =>
  call<typeof startUpload>('POST /api/public/uploads', { body: file });

/** The control of each kind of question. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, errors } = props;
  if (field.type === 'information')
    return (
      <Notice>
        <p class="lines">{field.label}</p>
      </Notice>
    );
  const own = {
    id: fieldId(field.name),
    label: field.label,
    hint: field.hint,
    error: errors[field.name],
    optional: !field.required,
  };
  const text = { ...own, value: typeof value === 'string' ? value : '', onChange };
  switch (field.type) {
    case 'textarea':
      return <TextArea {...text} maxLength={field.maxLength} />;
    case 'given-name':
      return <TextField {...text} autocomplete="given-name" spellcheck={false} />;
    case 'family-name':
      return <TextField {...text} autocomplete="family-name" spellcheck={false} />;
    case 'email':
      return <TextField {...text} type="email" autocomplete="email" spellcheck={false} />;
    case 'phone':
      return <TextField {...text} type="tel" autocomplete="tel" width="medium" />;
    case 'date':
      return <DateField {...text} birth={field.past} />;
    case 'number':
      return (
        <TextField
          {...text}
          value={isFilled(value) ? String(value) : ''}
          inputMode="decimal"
          width="short"
          unit={field.unit}
        />
      );
    case 'choice':
      return <Choice {...text} options={field.options} />;
    case 'commune':
      return <Choice {...text} options={props.communes} />;
    case 'choices':
      return (
        <CheckboxGroup
          {...own}
          options={field.options}
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
            lines: errors[`${field.name}.lines`],
            postalCode: errors[`${field.name}.postalCode`],
            city: errors[`${field.name}.city`],
          }}
          value={isAddress(value) && value ? value : {}}
          onChange={onChange}
        />
      );
    case 'files':
      return (
        <FileUpload
          {...own}
          files={props.files}
          onChange={props.onFiles}
          onPending={props.onPending}
          start={startPublicUpload}
          max={field.max}
          accept={field.accept}
        />
      );
    case 'text':
      return (
        <TextField {...text} autocomplete={field.autocomplete} width={field.pattern ? 'medium' : 'full'} />
      );
    default:
      return <TextField {...text} width="full" />;
  }
}

const listBeyond = 8;
function Choice(props: Parameters<typeof RadioGroup>[0]) {
  return props.options.length > listBeyond ? <Select {...props} /> : <RadioGroup {...props} />;
}
