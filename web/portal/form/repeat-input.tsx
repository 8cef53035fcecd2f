import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Block, fewestRows, keepRow, rowFields, rowsOf } from '../../../functions/procedures/blocks.ts';
import type { Answer, Row, SimpleAnswer } from '../../../functions/procedures/field.ts';
import { normalise } from '../../../functions/procedures/normalise.ts';
import { Button } from '../../ui/button.tsx';
import { type FieldProps, GroupFrame } from '../../ui/field.tsx';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { FieldInput, type FieldInputProps, fieldId } from './field-input.tsx';

type RepeatProps = FieldInputProps & { field: Block; own: FieldProps; path: string };

/** A block that one repeats: each row is a group named by its number; adding and removing move the focus and say so. */
export function RepeatInput({ field: block, own, path, value, onChange, ...given }: RepeatProps) {
  const [said, say] = useState('');
  const [goTo, setGoTo] = useState<string>();
  const add = useRef<HTMLDivElement>(null);
  const rows = rowsOf(block, value);
  const change = (next: readonly Row[]) => onChange(next as Row[] as Answer);
  useLayoutEffect(() => {
    if (!goTo) return;
    const target = goTo === 'add' ? add.current?.querySelector('button') : document.getElementById(goTo);
    target?.focus();
    setGoTo(undefined);
  }, [goTo]);

  const append = () => {
    change([...rows, {}]);
    setGoTo(legendId(path, rows.length));
    say(form.rows.added(block.rowLabel, rows.length + 1));
  };
  const remove = (at: number) => {
    change(rows.filter((_, index) => index !== at));
    setGoTo(rows.length > 1 ? legendId(path, Math.max(0, at - 1)) : 'add');
    say(form.rows.removed(block.rowLabel, at + 1));
  };
  return (
    <GroupFrame {...own}>
      {rows.map((row, at) => (
        <fieldset key={at} class="block-row">
          <legend id={legendId(path, at)} tabIndex={-1} lang={own.lang}>
            {form.rows.title(block.rowLabel, at + 1)}
          </legend>
          {askedIn(block, row, given.answers, given.today).map((field) => (
            <FieldInput
              {...given}
              key={field.name}
              field={field}
              path={`${path}.${at}.${field.name}`}
              value={row[field.name]}
              onChange={(answer) =>
                change(
                  rows.map((each, index) =>
                    index === at ? { ...each, [field.name]: answer as SimpleAnswer } : each,
                  ),
                )
              }
            />
          ))}
          {rows.length > fewestRows(block) && (
            <Button look="quiet" onClick={() => remove(at)} about={form.rows.title(block.rowLabel, at + 1)}>
              <CrossIcon />
              {form.rows.remove}
            </Button>
          )}
        </fieldset>
      ))}
      <p role="status" class="visually-hidden">
        {said}
      </p>
      {rows.length < block.max ? (
        <div class="block-add" ref={add}>
          <Button
            look="secondary"
            onClick={append}
            id={rows.length === 0 || own.error ? fieldId(path) : undefined}
          >
            <PlusIcon />
            <span lang={own.lang}>{block.addLabel}</span>
          </Button>
        </div>
      ) : (
        <p class="hint block-add" id={own.error ? fieldId(path) : undefined} tabIndex={-1}>
          {form.rows.full(block.max)}
        </p>
      )}
    </GroupFrame>
  );
}

const legendId = (path: string, at: number): string => `${fieldId(path)}.${at}`;

/** Conditions look at answers as they are kept: what was typed in the row is read first. */
function askedIn(block: Block, row: Row, answers: FieldInputProps['answers'], today: string) {
  const kept = Object.fromEntries(
    block.fields.map((field) => [field.name, normalise(field, row[field.name]) as SimpleAnswer]),
  );
  return rowFields(block, keepRow(block, kept, answers, today), answers, today);
}
