import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { type Option, Select } from '../../ui/choice-fields.tsx';
import { CrossIcon } from '../../ui/icons.tsx';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';

/** Some of many: chosen from a list one by one, each taken away by its own button. */
export function PickList(props: {
  id: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  value: readonly string[];
  onChange(value: string[]): void;
}) {
  const { id, label, hint, options, value, onChange } = props;
  const [next, setNext] = useState('');
  const left = options.filter((one) => !value.includes(one.value));
  const nameOf = (code: string) => options.find((one) => one.value === code)?.label ?? code;
  const add = () => {
    if (next) onChange([...value, next]);
    setNext('');
  };
  return (
    <div class="pick-list">
      {left.length > 0 && (
        <div class="pick-add">
          <Select
            id={id}
            label={label}
            hint={hint}
            empty={t.choose}
            options={left}
            value={next}
            onChange={setNext}
          />
          <Button look="secondary" about={label} onClick={add}>
            {t.add}
          </Button>
        </div>
      )}
      {value.length > 0 && (
        <ul class="picked" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <span>{nameOf(code)}</span>
              <button
                type="button"
                class="button quiet icon-only"
                onClick={() => {
                  onChange(value.filter((one) => one !== code));
                  document.getElementById(id)?.focus();
                }}
              >
                <CrossIcon />
                <span class="visually-hidden">
                  {t.remove} {nameOf(code)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
