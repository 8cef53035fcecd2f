import { useState } from 'preact/hooks';
import type { Address, Answer } from '../../functions/procedures/field.ts';
import { isAddress } from '../../functions/procedures/normalise.ts';
import { RadioGroup } from './choice-fields.tsx';
import { type FieldProps, TextArea, TextField } from './field.tsx';
import { kit } from './messages/fr.ts';
import { parts } from './messages/parts-fr.ts';

type Part = keyof Address;
type PlaceFieldProps = FieldProps & {
  value: Answer;
  onChange: (value: Answer) => void;
  errors?: Partial<Record<Part, string>>;
};

/** Where something is: at an address, or described when no house is near. What was typed one way is kept for the other. */
export function PlaceField({ value, onChange, errors = {}, ...field }: PlaceFieldProps) {
  const [ways, setWays] = useState<{ address?: Answer; words?: Answer }>({});
  const [chosen, choose] = useState('');
  const given = isAddress(value) ? 'address' : typeof value === 'string' && value ? 'words' : '';
  const way = chosen || given;
  const address: Address = { lines: '', postalCode: '', city: '', ...(isAddress(value) ? value : {}) };
  const part = (name: Part) => ({
    id: `${field.id}.${name}`,
    label: kit.address[name],
    error: errors[name],
    value: address[name],
    onChange: (typed: string) => onChange({ ...address, [name]: typed }),
  });
  return (
    <div class="place">
      <RadioGroup
        {...field}
        error={way === 'words' ? undefined : field.error}
        options={parts.place.ways}
        value={way}
        onChange={(next) => {
          setWays({ ...ways, [way]: value });
          choose(next);
          onChange(ways[next as 'address' | 'words']);
        }}
      />
      {way === 'address' && (
        <div class="place-parts">
          <TextField {...part('lines')} label={parts.place.lines} />
          <div class="side-by-side">
            <TextField {...part('postalCode')} inputMode="numeric" width="short" optional />
            <TextField {...part('city')} />
          </div>
        </div>
      )}
      {way === 'words' && (
        <div class="place-parts">
          <TextArea
            id={`${field.id}.words`}
            label={parts.place.words}
            hint={parts.place.wordsHint}
            error={field.error}
            rows={3}
            maxLength={1_000}
            value={typeof value === 'string' ? value : ''}
            onChange={onChange}
          />
        </div>
      )}
    </div>
  );
}
