import type { startUpload } from '../../../functions/intake/public-api.ts';
import { isRecord } from '../../../functions/procedures/blocks.ts';
import type { Period, SwornStatement } from '../../../functions/procedures/field.ts';
import { isSlot } from '../../../functions/procedures/normalise.ts';
import { call } from '../../ui/api.ts';
import { FileUpload } from '../../ui/file-upload.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { PeriodField } from '../../ui/period-field.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { SwornField } from '../../ui/sworn-field.tsx';
import { useWritten } from '../written.ts';
import { ChildInput } from './child-input.tsx';
import { placeOf } from './draft.ts';
import { type FieldInputProps, fieldId, written } from './field-input.tsx';
import { FileOffers } from './file-offers.tsx';
import { shelfOf } from './file-shelf.ts';
import type { RareField } from './rare-kinds.tsx';
import { RepeatInput } from './repeat-input.tsx';
import { TableInput } from './table-input.tsx';

export type RareInputProps = FieldInputProps & { field: RareField };

const startPublicUpload: NonNullable<FieldInputProps['upload']> = (file) =>
  call<typeof startUpload>('POST /api/public/uploads', { body: file });

type SlotFieldProps = Parameters<typeof import('../appointments/slots.tsx').SlotField>[0];
const LateSlots = lazily<SlotFieldProps>(async () => (await import('../appointments/slots.tsx')).SlotField);

/** Questions whose answer has several parts: each part is judged and named on its own. */
export function RareInput(props: RareInputProps) {
  const { field, value, onChange, errors, path = field.name } = props;
  const lang = useWritten();
  const own = {
    id: fieldId(path),
    label: field.label,
    hint: field.hint,
    error: errors[path],
    optional: !field.required,
    ...written(lang, field.hint),
  };
  /** Errors of the parts, by their own name. */
  const parts = Object.fromEntries(
    Object.entries(errors).flatMap(([at, message]) =>
      at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), message]] : [],
    ),
  );
  switch (field.type) {
    case 'files':
      return (
        <FileUpload
          {...own}
          files={props.files ?? []}
          onChange={(change) => props.onFiles?.(change)}
          onPending={props.onPending}
          start={props.upload ?? startPublicUpload}
          max={field.max}
          accept={field.accept}
          keep={props.procedure ? shelfOf(`${placeOf(props.procedure)}/${field.name}`) : undefined}
          offers={props.procedure && <FileOffers {...props} field={field} />}
        />
      );
    case 'household-child':
      return <ChildInput {...props} own={own} errors={parts} field={field} />;
    case 'appointment':
      return (
        <LateSlots
          {...own}
          reason={field.service}
          value={isSlot(value) ? value : undefined}
          onChange={onChange}
        />
      );
    case 'period':
      return (
        <PeriodField
          {...own}
          hint={own.hint ?? (field.maxDays ? form.longest(field.maxDays) : undefined)}
          errors={parts}
          value={isRecord(value) ? (value as Partial<Period>) : {}}
          onChange={onChange}
        />
      );
    case 'place':
      return <PlaceField {...own} errors={parts} value={value} onChange={onChange} />;
    case 'sworn-statement':
      return (
        <SwornField
          {...own}
          errors={parts}
          value={isRecord(value) ? (value as Partial<SwornStatement>) : {}}
          onChange={onChange}
          today={props.today}
        />
      );
    case 'repeat':
      return <RepeatInput {...props} own={own} field={field} path={path} />;
    case 'table':
      return <TableInput own={own} errors={parts} field={field} value={value} onChange={onChange} />;
  }
}
