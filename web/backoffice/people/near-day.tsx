import { describedBy, FieldFrame, type FieldProps } from '../../ui/field.tsx';

/** A day near today: the browser's own calendar helps agents more than three boxes. */
export function NearDay({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange(value: string): void }) {
  return (
    <FieldFrame {...field}>
      <input
        type="date"
        id={field.id}
        name={field.id}
        class="input medium"
        value={value}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
