import type { CircuitStep } from '../../../functions/letters/template.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import type { Managed } from './templates-api.ts';

type By = CircuitStep['by'];
const roleOf = (by: By): keyof typeof t.roles => ('agent' in by ? 'agent' : by.role);
const byOf = (role: string, before: By): By => {
  if (role === 'agent') return { agent: 'agent' in before ? before.agent : '' };
  const department = 'role' in before ? before.department : undefined;
  return { role: role as Extract<By, { role: string }>['role'], ...(department && { department }) };
};

/** Who approves the letter, in order. */
export function CircuitField(props: {
  circuit: readonly CircuitStep[];
  departments: Managed['departments'];
  error?: string;
  onChange(circuit: CircuitStep[]): void;
}) {
  const { circuit, departments } = props;
  const change = (at: number, step: CircuitStep) =>
    props.onChange(circuit.map((one, index) => (index === at ? step : one)));
  return (
    <fieldset class={props.error ? 'field in-error circuit' : 'field circuit'}>
      <legend>{t.circuit}</legend>
      <p class="hint">{t.circuitHint}</p>
      {props.error && <p class="field-error">{props.error}</p>}
      <ol>
        {circuit.map((step, index) => {
          const id = `circuit-${index}`;
          const { by } = step;
          return (
            <li key={id}>
              <fieldset class="pair">
                <legend>{t.step(index + 1)}</legend>
                <Select
                  id={`${id}-kind`}
                  label={t.stepKind}
                  empty={null}
                  value={step.kind}
                  options={Object.entries(t.stepKinds).map(([value, label]) => ({ value, label }))}
                  onChange={(kind) => change(index, { ...step, kind: kind as CircuitStep['kind'] })}
                />
                <Select
                  id={`${id}-by`}
                  label={t.stepBy}
                  empty={null}
                  value={roleOf(by)}
                  options={Object.entries(t.roles).map(([value, label]) => ({ value, label }))}
                  onChange={(role) => change(index, { ...step, by: byOf(role, by) })}
                />
                {'agent' in by ? (
                  <TextField
                    id={`${id}-login`}
                    label={t.login}
                    spellcheck={false}
                    value={by.agent}
                    onChange={(agent) => change(index, { ...step, by: { agent } })}
                  />
                ) : (
                  <Select
                    id={`${id}-department`}
                    label={t.stepDepartment}
                    empty={t.sameDepartment}
                    value={by.department ?? ''}
                    options={departments.map(({ code, name }) => ({ value: code, label: name }))}
                    onChange={(department) =>
                      change(index, { ...step, by: { role: by.role, ...(department && { department }) } })
                    }
                  />
                )}
              </fieldset>
              <button
                type="button"
                class="link"
                onClick={() => props.onChange(circuit.filter((_, at) => at !== index))}
              >
                {t.removeStep(index + 1)}
              </button>
            </li>
          );
        })}
      </ol>
      <Button
        id="template-circuit"
        look="secondary"
        onClick={() => props.onChange([...circuit, { kind: 'visa', by: { role: 'head' } }])}
      >
        {t.addStep}
      </Button>
    </fieldset>
  );
}
