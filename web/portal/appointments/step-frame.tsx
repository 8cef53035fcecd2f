import type { ComponentChildren } from 'preact';
import type { Site } from '../../site.ts';
import { appointments as t } from '../../ui/messages/appointments-fr.ts';
import { Page } from '../../ui/page.tsx';
import { type StepName, stepNames } from './use-step.ts';

/** One screen of the booking; the bar is for the eye, its words stand above the title. */
export function StepFrame(props: {
  site: Site;
  step: StepName;
  title: string;
  intro?: ComponentChildren;
  inError?: boolean;
  children: ComponentChildren;
}) {
  const at = stepNames.indexOf(props.step);
  return (
    <Page
      title={props.title}
      context={at === 0 ? undefined : t.title}
      site={props.site.name}
      inError={props.inError}
      kicker={
        <>
          {at > 0 && t.title}
          <span class="step-count">{t.step(at + 1)}</span>
        </>
      }
      intro={props.intro && <p>{props.intro}</p>}
    >
      <div class="step-marks" aria-hidden="true">
        {stepNames.map((name, index) => (
          <span key={name} class={index < at ? 'done' : index === at ? 'current' : ''} />
        ))}
      </div>
      {props.children}
    </Page>
  );
}
