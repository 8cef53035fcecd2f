import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/field.tsx';
import { BackIcon } from '../../ui/icons.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import type { StepProps } from './booking.tsx';
import { ContactFields, contactOf, contactProblems, typedOf, useTyped } from './contact-fields.tsx';
import { StepFrame } from './step-frame.tsx';

const prefix = 'contact';

export function ContactStep({ site, draft, change, go }: StepProps) {
  const [typed, onChange] = useTyped(typedOf(draft.contact));
  const [note, setNote] = useState(draft.note);
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 ? contactProblems(prefix, typed) : [];
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (contactProblems(prefix, typed).length > 0) return;
    change({ contact: contactOf(typed), note: note.trim() });
    go('verification');
  };
  return (
    <StepFrame
      site={site}
      step="contact"
      title={t.contact}
      intro={t.contactIntro}
      inError={problems.length > 0}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <form class="step-form" noValidate onSubmit={submit}>
        <ContactFields prefix={prefix} typed={typed} onChange={onChange} problems={problems} />
        <TextArea
          id="precision"
          label={t.note}
          hint={t.noteHint}
          optional
          rows={3}
          maxLength={500}
          value={note}
          onChange={setNote}
        />
        <div class="buttons">
          <Button type="submit">{t.go}</Button>
          <Button look="quiet" onClick={() => go('creneau')}>
            <BackIcon />
            {t.back}
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}
