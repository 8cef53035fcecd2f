import { Checkbox, CheckboxGroup, Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { conditions as t } from '../../ui/messages/backoffice-procedure-conditions-fr.ts';
import { form } from '../../ui/messages/form-fr.ts';
import { firstValue, type Line, type Operator, operatorsFor } from './condition.ts';
import type { Subject } from './condition-words.ts';
import { EurosControl, NumberControl } from './typed-controls.tsx';

type LineProps = {
  id: string;
  count: number;
  line: Line;
  subjects: readonly Subject[];
  onChange: (line: Line) => void;
  onRemove: () => void;
};

/** Question, operator, value: each choice keeps what still makes sense of the others. */
export function ConditionLine({ id, count, line, subjects, onChange, onRemove }: LineProps) {
  const subject = subjects.find(({ name }) => name === line.field);
  const type = subject?.type ?? 'text';
  const values = subject?.options.map(({ value }) => value) ?? [];
  const usual = operatorsFor(type);
  const operators = usual.includes(line.operator) ? usual : [...usual, line.operator];
  const choose = (name: string) => {
    const next = subjects.find((one) => one.name === name);
    const suits = operatorsFor(next?.type ?? 'text');
    const operator = suits[0] as Operator;
    const first = firstValue(operator, next?.type ?? 'text', next?.options.map(({ value }) => value) ?? []);
    onChange({ ...line, field: name, operator, value: first });
  };
  return (
    <fieldset class="condition-line">
      <legend id={id} tabIndex={-1}>
        {t.line(count)}
      </legend>
      <Select
        id={`${id}-field`}
        label={t.question}
        options={subjects.map(({ name, label }) => ({ value: name, label }))}
        empty={subject ? null : t.unknownQuestion(line.field)}
        value={subject ? line.field : ''}
        onChange={choose}
      />
      <Select
        id={`${id}-operator`}
        label={t.operator}
        options={operators.map((operator) => ({ value: operator, label: t.operators[operator] }))}
        empty={null}
        value={line.operator}
        onChange={(chosen) => {
          const operator = chosen as Operator;
          onChange({ ...line, operator, value: firstValue(operator, type, values) });
        }}
      />
      <Value
        id={`${id}-value`}
        line={line}
        subject={subject}
        onChange={(value) => onChange({ ...line, value })}
      />
      <div class="condition-tail">
        <Checkbox
          id={`${id}-not`}
          label={t.not}
          checked={line.not}
          onChange={(not) => onChange({ ...line, not })}
        />
        <button type="button" class="link" onClick={onRemove}>
          {t.remove}
          <span class="visually-hidden"> {t.line(count)}</span>
        </button>
      </div>
    </fieldset>
  );
}

type ValueProps = {
  id: string;
  line: Line;
  subject: Subject | undefined;
  onChange: (value: unknown) => void;
};
function Value({ id, line, subject, onChange }: ValueProps) {
  const own = { id, label: t.value };
  const { operator, value } = line;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (operator) {
    case 'filled':
    case 'empty':
      return null;
    case 'in':
      return (
        <CheckboxGroup
          {...own}
          options={subject?.options ?? []}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'onOrBefore':
    case 'onOrAfter':
      return (
        <>
          <Select
            {...own}
            options={t.days}
            empty={null}
            value={value === 'today' ? 'today' : 'day'}
            onChange={(chosen) => onChange(chosen === 'today' ? 'today' : '')}
          />
          {value !== 'today' && (
            <div class="field">
              <label for={`${id}-day`}>{t.day}</label>
              <input
                id={`${id}-day`}
                type="date"
                class="input"
                value={text}
                onInput={(event) => onChange(event.currentTarget.value)}
              />
            </div>
          )}
        </>
      );
    case 'is':
      if (subject?.type === 'yes-no' || subject?.type === 'consent')
        return (
          <Select
            {...own}
            options={form.yesNo}
            empty={null}
            value={String(value)}
            onChange={(chosen) => onChange(chosen === 'true')}
          />
        );
      if (subject && subject.options.length > 0)
        return <Select {...own} options={subject.options} value={text} onChange={onChange} />;
      if (subject?.type === 'number') return <NumberControl {...own} value={value} onChange={onChange} />;
      if (subject?.type === 'amount') return <EurosControl {...own} value={value} onChange={onChange} />;
      return <TextField {...own} value={text} onChange={onChange} />;
    default:
      return subject?.type === 'amount' && operator !== 'countAbove' ? (
        <EurosControl {...own} value={value} onChange={onChange} />
      ) : (
        <NumberControl {...own} value={value} onChange={onChange} />
      );
  }
}
