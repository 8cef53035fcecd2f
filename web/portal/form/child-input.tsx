import { isRecord } from '../../../functions/procedures/blocks.ts';
import type { Child } from '../../../functions/procedures/field.ts';
import { DateField } from '../../ui/date-field.tsx';
import { type FieldProps, GroupFrame, TextField } from '../../ui/field.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import type { RareInputProps } from './rare-input.tsx';

type Props = RareInputProps & { own: FieldProps; errors: Record<string, string> };

/** A child: chosen above among those of the household, or typed; both may be corrected. */
export function ChildInput({ own, errors, value, onChange }: Props) {
  const child: Partial<Child> = isRecord(value) ? (value as Partial<Child>) : {};
  const change = (part: Partial<Child>) =>
    onChange({ givenName: '', familyName: '', birthDate: '', ...child, ...part });
  const part = (name: 'givenName' | 'familyName' | 'birthDate') => ({
    id: `${own.id}.${name}`,
    label: form.child[name],
    error: errors[name],
    value: child[name] ?? '',
    onChange: (typed: string) => change({ [name]: typed }),
  });
  return (
    <GroupFrame {...own} error={undefined}>
      <TextField {...part('givenName')} autocomplete="off" spellcheck={false} />
      <TextField {...part('familyName')} autocomplete="off" spellcheck={false} />
      <DateField {...part('birthDate')} />
    </GroupFrame>
  );
}
