import type { Period } from '../../functions/procedures/field.ts';
import { DateField } from './date-field.tsx';
import { type FieldProps, GroupFrame } from './field.tsx';
import { kit } from './messages/fr.ts';

type PeriodFieldProps = FieldProps & {
  value: Partial<Period>;
  onChange: (value: Period) => void;
  /** Errors of the two days; their ids are `<id>.from` and `<id>.to`. */
  errors?: Partial<Record<keyof Period, string>>;
};

/** Two days, the first and the last. */
export function PeriodField({ value, onChange, errors = {}, ...field }: PeriodFieldProps) {
  const period: Period = { from: '', to: '', ...value };
  return (
    <GroupFrame {...field}>
      <div class="period">
        {(['from', 'to'] as const).map((part) => (
          <DateField
            key={part}
            id={`${field.id}.${part}`}
            label={kit.period[part]}
            error={errors[part]}
            value={period[part]}
            onChange={(day) => onChange({ ...period, [part]: day })}
          />
        ))}
      </div>
    </GroupFrame>
  );
}
