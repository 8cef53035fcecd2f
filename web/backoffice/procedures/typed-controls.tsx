import { useState } from 'preact/hooks';
import { readCents } from '../../../functions/procedures/formats.ts';
import { Select } from '../../ui/choice-fields.tsx';
import { type FieldProps, TextArea, TextField } from '../../ui/field.tsx';
import { editor as t } from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { form } from '../../ui/messages/form-fr.ts';

type TypedProps = FieldProps & { value: unknown; onChange: (value: unknown) => void };

/** Text that means something else: what is typed stays as it is while one types, what it means is kept. */
function useTyped(value: unknown, show: (value: unknown) => string, read: (typed: string) => unknown) {
  const [typed, setTyped] = useState<string>();
  const same = typed !== undefined && JSON.stringify(read(typed)) === JSON.stringify(value);
  return { text: same ? (typed as string) : show(value), setTyped };
}

const showPlain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
/** A number when it is one; else the text, for the service to refuse in words. */
const readNumber = (typed: string): unknown => {
  const text = typed.trim().replace(',', '.');
  return text === '' ? undefined : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : typed;
};
export function NumberControl({ value, onChange, ...field }: TypedProps) {
  const { text, setTyped } = useTyped(value, showPlain, readNumber);
  return (
    <TextField
      {...field}
      width="short"
      inputMode="decimal"
      value={text}
      onChange={(typed) => {
        setTyped(typed);
        onChange(readNumber(typed));
      }}
    />
  );
}

const showEuros = (value: unknown): string =>
  typeof value === 'number' ? form.euros(value) : showPlain(value);
const readEuros = (typed: string): unknown => (typed.trim() === '' ? undefined : (readCents(typed) ?? typed));
export function EurosControl({ value, onChange, ...field }: TypedProps) {
  const { text, setTyped } = useTyped(value, showEuros, readEuros);
  return (
    <TextField
      {...field}
      width="short"
      inputMode="decimal"
      unit={form.euro}
      value={text}
      onChange={(typed) => {
        setTyped(typed);
        onChange(readEuros(typed));
      }}
    />
  );
}

const showLines = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : '');
const readLines = (typed: string): unknown => {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 ? lines : undefined;
};
export function LinesControl({ value, onChange, ...field }: TypedProps) {
  const { text, setTyped } = useTyped(value, showLines, readLines);
  return (
    <TextArea
      {...field}
      rows={4}
      value={text}
      onChange={(typed) => {
        setTyped(typed);
        onChange(readLines(typed));
      }}
    />
  );
}

const showNumbers = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '');
const readNumbers = (typed: string): unknown => {
  const numbers = typed.split(/[\s,;]+/).filter(Boolean);
  return numbers.map((one) => (/^\d+$/.test(one) ? Number(one) : one));
};
export function NumbersControl({ value, onChange, ...field }: TypedProps) {
  const { text, setTyped } = useTyped(value, showNumbers, readNumbers);
  return (
    <TextField
      {...field}
      width="medium"
      value={text}
      onChange={(typed) => {
        setTyped(typed);
        onChange(readNumbers(typed));
      }}
    />
  );
}

const pad = (part: string): string => part.padStart(2, '0');
/** "1/3" is kept as "03-01", every year; "1/3/2027" as "2027-03-01". */
const readOpenDay = (typed: string): unknown => {
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?\s*$/.exec(typed);
  if (!match) return typed;
  const [, day = '', month = '', year] = match;
  return `${year ? `${year}-` : ''}${pad(month)}-${pad(day)}`;
};
const showOpenDay = (value: unknown): string =>
  showPlain(value)
    .replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
    .replace(/^(\d\d)-(\d\d)$/, '$2/$1');
export function OpenDayControl({ value, onChange, ...field }: TypedProps) {
  const { text, setTyped } = useTyped(value, showOpenDay, readOpenDay);
  return (
    <TextField
      {...field}
      width="short"
      value={text}
      onChange={(typed) => {
        setTyped(typed);
        onChange(readOpenDay(typed));
      }}
    />
  );
}

/** A delay of the law: so many days or months. */
export function PeriodControl({ value, onChange, ...field }: TypedProps) {
  const [, count = '', unit = 'M'] = /^P(\d*)([DM])$/.exec(showPlain(value)) ?? [];
  return (
    <div class="side-by-side">
      <TextField
        {...field}
        width="short"
        inputMode="numeric"
        value={count}
        onChange={(typed) => onChange(`P${typed.replace(/\D/g, '')}${unit}`)}
      />
      <Select
        id={`${field.id}-unit`}
        label={t.unit}
        options={t.units}
        empty={null}
        value={unit}
        onChange={(chosen) => onChange(`P${count}${chosen}`)}
      />
    </div>
  );
}

/** A name for machines: changed when one leaves it, since others refer to it. */
export function NameControl({ value, onChange, ...field }: TypedProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <div
      onFocusOut={() => {
        if (typed !== undefined && typed.trim() !== value) onChange(typed.trim());
        setTyped(undefined);
      }}
    >
      <TextField
        {...field}
        width="medium"
        spellcheck={false}
        value={typed ?? showPlain(value)}
        onChange={setTyped}
      />
    </div>
  );
}
