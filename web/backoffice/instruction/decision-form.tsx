import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { type Instruction, instructionApi } from '../data/instruction-api.ts';
import { type DeedProps, useDeed } from './use-deed.ts';

type Outcome = Parameters<typeof instructionApi.decide>[1];

/** The decision of the department; its letter comes after. */
export function DecisionForm({ step, ...props }: DeedProps & { step: Instruction['workflow'][number] }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [error, setError] = useState<string>();
  const decide = useDeed(
    props,
    (chosen: Outcome, key) => instructionApi.decide(props.request, chosen, key),
    t.decided,
  );
  const id = `decide-${step.id}`;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setError(outcome ? undefined : t.decideMissing);
        if (outcome) decide.run(outcome);
        else document.getElementById(id)?.focus();
      }}
    >
      <RadioGroup
        id={id}
        label={t.decide}
        hint={t.decideHint}
        error={error ?? decide.failed}
        options={step.outcomes.map((value) => ({ value, label: t.outcomes[value] ?? value }))}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(value as Outcome)}
      />
      <Button type="submit" busy={decide.busy}>
        {t.decideGo}
      </Button>
    </form>
  );
}
