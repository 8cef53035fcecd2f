import { isRecord, type Table } from '../../../functions/procedures/blocks.ts';
import type { Answer, Row, SimpleAnswer } from '../../../functions/procedures/field.ts';
import { type FieldProps, GroupFrame } from '../../ui/field.tsx';
import { form } from '../../ui/messages/form-fr.ts';

type TableProps = {
  own: FieldProps;
  field: Table;
  value: Answer;
  onChange: (answer: Answer) => void;
  errors: Record<string, string>;
};
type Column = Table['columns'][number];

/** Fixed rows by fixed columns, in a native table; each cell also carries its own words, for narrow screens and for speech. */
export function TableInput({ own, field, value, onChange, errors }: TableProps) {
  const cells = isRecord(value) ? (value as Record<string, Row>) : {};
  const change = (row: string, column: string, answer: SimpleAnswer) =>
    onChange({ ...cells, [row]: { ...cells[row], [column]: answer } });
  const first = `${field.rows[0]?.value}.${field.columns[0]?.name}`;
  return (
    <GroupFrame {...own}>
      <div class="answer-table">
        <table>
          <thead>
            <tr>
              <td />
              {field.columns.map(({ name, label, type }) => (
                <th key={name} scope="col" lang={own.lang}>
                  {label}
                  {type === 'amount' && form.inEuros}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {field.rows.map((row) => (
              <tr key={row.value}>
                <th scope="row" lang={own.lang}>
                  {row.label}
                </th>
                {field.columns.map((column) => {
                  const at = `${row.value}.${column.name}`;
                  return (
                    <td key={column.name}>
                      <Cell
                        id={at === first && own.error ? own.id : `${own.id}.${at}`}
                        row={row.label}
                        column={column}
                        value={cells[row.value]?.[column.name]}
                        error={errors[at]}
                        onChange={(answer) => change(row.value, column.name, answer)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </GroupFrame>
  );
}

type CellProps = {
  id: string;
  row: string;
  column: Column;
  value: SimpleAnswer;
  error?: string;
  onChange: (answer: SimpleAnswer) => void;
};
function Cell({ id, row, column, value, error, onChange }: CellProps) {
  const common = {
    id,
    name: id,
    class: 'input',
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  };
  return (
    <>
      <label for={id} class="cell-label">
        {column.label}
        <span class="visually-hidden">{form.ofRow(row)}</span>
      </label>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {column.type === 'yes-no' ? (
        <select
          {...common}
          value={typeof value === 'boolean' ? String(value) : ''}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : currentTarget.value === 'true')
          }
        >
          <option value="">{form.noAnswer}</option>
          {form.yesNo.map(({ value: each, label }) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          inputMode={column.type === 'text' ? undefined : 'decimal'}
          value={
            column.type === 'amount' && typeof value === 'number' ? form.euros(value) : (value as string)
          }
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
}
