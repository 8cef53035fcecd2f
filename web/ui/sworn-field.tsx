import type { SwornStatement } from '../../functions/procedures/field.ts';
import { type FieldProps, GroupFrame, TextField } from './field.tsx';
import { day } from './messages/dates.ts';
import { kit } from './messages/fr.ts';

type Part = keyof SwornStatement;
type SwornFieldProps = FieldProps & {
  value: Partial<SwornStatement>;
  onChange: (value: SwornStatement) => void;
  errors?: Partial<Record<Part, string>>;
  /** The statement is dated by the day on which it is signed. */
  today: string;
};

/** A statement that one signs by writing one's name under it (CRPA L113-13). */
export function SwornField({ value, onChange, errors = {}, today, ...field }: SwornFieldProps) {
  const signed: SwornStatement = { givenName: '', familyName: '', signedOn: today, ...value };
  const part = (name: 'givenName' | 'familyName') => ({
    id: `${field.id}.${name}`,
    label: kit.sworn[name],
    error: errors[name],
    value: signed[name],
    onChange: (typed: string) => onChange({ ...signed, [name]: typed, signedOn: today }),
  });
  return (
    <GroupFrame {...field} error={field.error ?? errors.signedOn} hint={field.hint ?? kit.sworn.hint}>
      <div class="sworn">
        <TextField {...part('givenName')} spellcheck={false} autocomplete="given-name" />
        <TextField {...part('familyName')} spellcheck={false} autocomplete="family-name" />
        <p class="hint">{kit.sworn.on(day(signed.signedOn || today))}</p>
      </div>
    </GroupFrame>
  );
}
