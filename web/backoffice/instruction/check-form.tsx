import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/choice-fields.tsx';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { type Instruction, instructionApi } from '../data/instruction-api.ts';
import { type DeedProps, useDeed } from './use-deed.ts';

/** Points to verify; what is ticked is kept, the last one ends the step. */
export function CheckForm({ step, ...props }: DeedProps & { step: Instruction['workflow'][number] }) {
  const [ticked, setTicked] = useState(() =>
    step.points.filter(({ isChecked }) => isChecked).map(({ code }) => code),
  );
  const said = ticked.length === step.points.length ? t.checksDone : t.checksSaved;
  const save = useDeed(
    props,
    (points: string[], key) => instructionApi.check(props.request, step.id, points, key),
    said,
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.run(ticked);
      }}
    >
      <CheckboxGroup
        id={`check-${step.id}`}
        label={t.points}
        error={save.failed}
        options={step.points.map(({ code, label }) => ({ value: code, label }))}
        value={ticked}
        onChange={setTicked}
      />
      <Button type="submit" look="secondary" busy={save.busy}>
        {t.saveChecks}
      </Button>
    </form>
  );
}
