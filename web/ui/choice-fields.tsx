import { describedBy, FieldFrame, type FieldProps, GroupFrame, HintAndError, Optional } from './field.tsx';
import { kit } from './messages/fr.ts';

export type Option = { value: string; label: string; hint?: string };

function Choice(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  onChange: (checked: boolean) => void;
  invalid?: boolean;
  lang?: string | undefined;
}) {
  const { type, id, name, option, checked, onChange, invalid, lang } = props;
  return (
    <div class="choice" lang={lang}>
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-invalid={invalid && type === 'checkbox' ? 'true' : undefined}
        aria-describedby={option.hint ? `${id}-option-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        <span>{option.label}</span>
      </label>
      {option.hint && (
        <p class="hint" id={`${id}-option-hint`}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

/** Of the options, where it is not that of the page. */
type OptionsLang = { optionsLang?: string | undefined };
type RadioGroupProps = FieldProps &
  OptionsLang & {
    options: readonly Option[];
    value: string;
    onChange: (value: string) => void;
  };
/** The first button carries the field's id, where the error summary leads. */
export function RadioGroup({ options, value, onChange, optionsLang, ...field }: RadioGroupProps) {
  return (
    <GroupFrame {...field}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="radio"
          id={index === 0 ? field.id : `${field.id}-${option.value}`}
          name={field.id}
          option={option}
          checked={value === option.value}
          onChange={() => onChange(option.value)}
          lang={optionsLang}
        />
      ))}
    </GroupFrame>
  );
}

type CheckboxGroupProps = FieldProps &
  OptionsLang & {
    options: readonly Option[];
    value: readonly string[];
    onChange: (value: string[]) => void;
  };
export function CheckboxGroup({ options, value, onChange, optionsLang, ...field }: CheckboxGroupProps) {
  const change = (option: Option, checked: boolean) =>
    onChange(
      options
        .map(({ value: each }) => each)
        .filter((each) => (each === option.value ? checked : value.includes(each))),
    );
  return (
    <GroupFrame {...field}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          type="checkbox"
          id={index === 0 ? field.id : `${field.id}-${option.value}`}
          name={field.id}
          option={option}
          checked={value.includes(option.value)}
          onChange={(checked) => change(option, checked)}
          invalid={Boolean(field.error)}
          lang={optionsLang}
        />
      ))}
    </GroupFrame>
  );
}

type CheckboxProps = FieldProps & { checked: boolean; onChange: (checked: boolean) => void };
export function Checkbox({ checked, onChange, ...field }: CheckboxProps) {
  return (
    <div class={field.error ? 'field in-error' : 'field'}>
      <HintAndError {...field} />
      <div class="choice">
        <input
          type="checkbox"
          id={field.id}
          name={field.id}
          checked={checked}
          aria-invalid={field.error ? 'true' : undefined}
          aria-describedby={describedBy(field)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <label for={field.id} lang={field.lang}>
          <span>
            {field.label}
            {field.optional && <Optional lang={field.lang} />}
          </span>
        </label>
      </div>
    </div>
  );
}

type SelectProps = FieldProps &
  OptionsLang & {
    options: readonly Option[];
    value: string;
    onChange: (value: string) => void;
    /** Words of the empty choice; `null` leaves it out. */
    empty?: string | null;
  };
export function Select({ options, value, onChange, empty = kit.select, optionsLang, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      <select
        id={field.id}
        name={field.id}
        class="input"
        value={value}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {empty !== null && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={optionsLang}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
