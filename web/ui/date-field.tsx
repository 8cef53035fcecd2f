import { type FieldProps, GroupFrame } from './field.tsx';
import { kit } from './messages/fr.ts';

type DateFieldProps = FieldProps & {
  /** `year-month-day` as typed, padded or not; boxes may be empty ("--12"). */
  value: string;
  onChange: (value: string) => void;
  /** Completes a birth date from what the browser knows. */
  birth?: boolean;
};

const boxes = [
  { part: 2, name: 'day', length: 2 },
  { part: 1, name: 'month', length: 2 },
  { part: 0, name: 'year', length: 4 },
] as const;

/** A date people know by heart: three boxes, no calendar. The first box carries the field's id. */
export function DateField({ value, onChange, birth, ...field }: DateFieldProps) {
  const parts = value.split('-');
  const change = (part: number, typed: string) => {
    const next = [0, 1, 2].map((index) => (index === part ? typed.trim() : (parts[index] ?? '')));
    onChange(next.some(Boolean) ? next.join('-') : '');
  };
  return (
    <GroupFrame {...field}>
      <div class="date-boxes">
        {boxes.map(({ part, name, length }, index) => (
          <div key={name}>
            <label for={index === 0 ? field.id : `${field.id}-${name}`}>{kit.date[name]}</label>
            <input
              id={index === 0 ? field.id : `${field.id}-${name}`}
              name={`${field.id}-${name}`}
              class={`input date-${length}`}
              inputMode="numeric"
              maxLength={length}
              autocomplete={birth ? `bday-${name}` : 'off'}
              aria-invalid={field.error ? 'true' : undefined}
              value={parts[part] ?? ''}
              onInput={(event) => change(part, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  );
}
