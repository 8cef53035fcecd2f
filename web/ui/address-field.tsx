import type { Address } from '../../functions/procedures/procedure.ts';
import { type FieldProps, GroupFrame, TextField } from './field.tsx';
import { kit } from './messages/fr.ts';

type Part = keyof Address;
type AddressFieldProps = FieldProps & {
  value: Partial<Address>;
  onChange: (value: Address) => void;
  /** Errors of the parts; their ids are `<id>.lines`, `<id>.postalCode`, `<id>.city`. */
  errors?: Partial<Record<Part, string>>;
};

/** An address in three parts, which the browser can complete. */
export function AddressField({ value, onChange, errors = {}, ...field }: AddressFieldProps) {
  const address: Address = { lines: '', postalCode: '', city: '', ...value };
  const part = (name: Part) => ({
    id: `${field.id}.${name}`,
    label: kit.address[name],
    error: errors[name],
    value: address[name],
    onChange: (typed: string) => onChange({ ...address, [name]: typed }),
  });
  return (
    <GroupFrame {...field}>
      <TextField {...part('lines')} autocomplete="street-address" />
      <div class="side-by-side">
        <TextField {...part('postalCode')} autocomplete="postal-code" inputMode="numeric" width="short" />
        <TextField {...part('city')} autocomplete="address-level2" />
      </div>
    </GroupFrame>
  );
}
