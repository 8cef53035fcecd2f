import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { PhoneIcon } from '../../ui/icons.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { stepPath, stepsPage } from './addresses.ts';
import type { Draft } from './draft.ts';
import type { FormHandoverProps } from './form-handover.tsx';
import { quietly } from './quietly.tsx';

/** Beyond so many steps, a list of them helps more than it takes. */
export const manySteps = 5;
const FormHandover = quietly<FormHandoverProps>(
  async () => (await import('./form-handover.tsx')).FormHandover,
);

/** What else one may do from a step: see them all, go on with another device. */
export function StepTools({ draft, count }: { draft: Draft; count: number }) {
  const [isHanding, setHanding] = useState(false);
  const list = stepPath(draft.procedure.id, stepsPage);
  return (
    <div class="step-tools">
      {count > manySteps && (
        <a
          href={list}
          onClick={(event) => {
            event.preventDefault();
            navigate(list);
          }}
        >
          {form.allSteps}
        </a>
      )}
      <Button look="quiet" onClick={() => setHanding(true)}>
        <PhoneIcon />
        {form.onPhone}
      </Button>
      {isHanding && <FormHandover draft={draft} onClose={() => setHanding(false)} />}
    </div>
  );
}
