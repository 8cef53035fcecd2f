import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { appointmentsApi, type Contact, type Offered } from './appointments-api.ts';
import { CheckStep } from './check-step.tsx';
import { ContactStep } from './contact-step.tsx';
import { ReasonStep } from './reason-step.tsx';
import { SlotStep } from './slot-step.tsx';
import type { HeldSlot } from './slots.tsx';
import { type StepName, useStep } from './use-step.ts';

export type Draft = {
  reason?: string;
  place?: string;
  slot?: HeldSlot | undefined;
  contact?: Contact;
  note: string;
};
export type StepProps = {
  site: Site;
  offered: Offered;
  draft: Draft;
  change: (more: Partial<Draft>) => void;
  go: (step: StepName) => void;
};

/** The furthest step that what is known allows: nobody lands in the middle of an empty form. */
const allowed = (step: StepName, { reason, slot, contact }: Draft): StepName => {
  if (!reason || step === 'motif') return 'motif';
  if (!slot || step === 'creneau') return 'creneau';
  return !contact || step === 'contact' ? 'contact' : 'verification';
};

/** Reason, slot, contact, check: four short screens; the slot is held as soon as it is chosen. */
export function Booking(props: {
  site: Site;
  onBooked: (secret: string) => void;
  onOpen: (secret: string) => void;
}) {
  const { site } = props;
  const { step, go } = useStep();
  const [offered, setOffered] = useState<Offered>();
  const [problem, setProblem] = useState<string>();
  const [draft, setDraft] = useState<Draft>({ note: '' });
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const read = () => {
    setProblem(undefined);
    appointmentsApi
      .offered()
      .then(setOffered)
      .catch((error) => setProblem(error instanceof ApiProblem ? error.code : 'unexpected'));
  };
  useEffect(read, []);
  if (!offered || offered.reasons.length === 0)
    return (
      <Page title={t.title} site={site.name} intro={<p>{t.intro}</p>}>
        {problem ? (
          <Alert>
            <Notice kind="danger" title={kit.problem(problem)}>
              <Button look="secondary" onClick={read}>
                {kit.retry}
              </Button>
            </Notice>
          </Alert>
        ) : offered ? (
          <EmptyState title={t.noReasons}>
            <p>{t.callUs(site.contact.phone)}</p>
          </EmptyState>
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  const given = { site, offered, draft, change, go };
  switch (allowed(step, draft)) {
    case 'creneau':
      return <SlotStep {...given} onOpen={props.onOpen} />;
    case 'contact':
      return <ContactStep {...given} />;
    case 'verification':
      return <CheckStep {...given} onBooked={props.onBooked} onOpen={props.onOpen} />;
    default:
      return <ReasonStep {...given} onOpen={props.onOpen} />;
  }
}
