import { describedBy, FieldFrame, type FieldProps } from '../../ui/field.tsx';

/** An hour of the day, in steps of five minutes. */
export const ClockField = ({
  value,
  onChange,
  ...field
}: FieldProps & { value: string; onChange(value: string): void }) => (
  <FieldFrame {...field}>
    <input
      type="time"
      step={300}
      id={field.id}
      name={field.id}
      class="input short"
      value={value}
      aria-invalid={field.error ? 'true' : undefined}
      aria-describedby={describedBy(field)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </FieldFrame>
);
