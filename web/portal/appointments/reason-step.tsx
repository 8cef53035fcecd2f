import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { writtenIn } from '../written.ts';
import type { StepProps } from './booking.tsx';
import { OwnAppointments } from './own-appointments.tsx';
import { StepFrame } from './step-frame.tsx';

const field = 'motif';

/** What somebody comes for; those who are signed in see what they have already. */
export function ReasonStep(props: StepProps & { onOpen: (secret: string) => void }) {
  const { site, offered, draft, change, go } = props;
  const [attempt, setAttempt] = useState(0);
  const problems = attempt > 0 && !draft.reason ? [{ field, message: t.reasonMissing }] : [];
  const submit = (event: Event) => {
    event.preventDefault();
    setAttempt((count) => count + 1);
    if (draft.reason) go('creneau');
  };
  return (
    <StepFrame site={site} step="motif" title={t.title} intro={t.intro} inError={problems.length > 0}>
      <ErrorSummary problems={problems} attempt={attempt} />
      <OwnAppointments onOpen={props.onOpen} />
      <form class="step-form" noValidate onSubmit={submit}>
        <RadioGroup
          id={field}
          label={t.reason}
          optionsLang={writtenIn(offered)}
          error={problems[0]?.message}
          options={offered.reasons.map(({ code, name, minutes, summary }) => ({
            value: code,
            label: name,
            hint: [t.duration(minutes), summary].filter(Boolean).join(' · '),
          }))}
          value={draft.reason ?? ''}
          onChange={(reason) => change({ reason, slot: undefined, place: '' })}
        />
        <div class="buttons">
          <Button type="submit">{t.go}</Button>
        </div>
      </form>
      <section class="have-link">
        <h2>{t.haveLink}</h2>
        <p>{t.haveLinkText}</p>
        <p>{t.lostLink(site.contact.phone)}</p>
      </section>
    </StepFrame>
  );
}
