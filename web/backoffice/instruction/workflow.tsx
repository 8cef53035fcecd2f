import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { Timeline } from '../../ui/timeline.tsx';
import type { Instruction } from '../data/instruction-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { CheckForm } from './check-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { GoOn } from './go-on.tsx';
import type { DeedProps } from './use-deed.ts';

type Step = Instruction['workflow'][number];

/** The way through the procedure: what is done, what goes on and who is awaited, what will come. */
export function Workflow(props: DeedProps) {
  const { departmentName } = useSignedIn();
  const whoOf = ({ by }: Step): string =>
    by
      .map((one) => {
        if (one.startsWith('role:')) return t.roles[one.slice(5)] ?? one.slice(5);
        return one.startsWith('agent:') ? one.slice(6) : departmentName(one);
      })
      .join(', ');
  const { workflow } = props.request.instruction;
  if (workflow.length === 0) return null;
  const entries = workflow.map((step) => ({
    key: step.id,
    status: step.state,
    title: (
      <>
        <span class="soft">{t.stepKinds[step.kind] ?? step.kind}</span> {step.title}
      </>
    ),
    when: whenOf(step),
    dateTime: step.due ?? step.since ?? undefined,
    who: step.state === 'current' && step.by.length > 0 ? t.awaits(whoOf(step)) : undefined,
    children: step.state === 'current' ? <Current step={step} {...props} /> : null,
  }));
  return <Timeline label={t.steps} entries={entries} />;
}

const whenOf = ({ state, outcome, due, since }: Step): string | undefined => {
  if (state === 'done') return outcome ? t.outcomes[outcome] : undefined;
  if (due) return t.dueBy(day(due));
  return since ? t.since(day(calendarDay(since))) : undefined;
};

/** What can be done about the step under way. */
function Current({ step, ...props }: DeedProps & { step: Step }) {
  const { may } = props.request.instruction;
  return (
    <div class="current-step">
      {step.kind === 'check' && may.includes('check') && (
        <CheckForm key={props.request.version} step={step} {...props} />
      )}
      {step.kind === 'decision' && may.includes('decide') && <DecisionForm step={step} {...props} />}
      {step.kind === 'letter' && may.includes('submitLetter') && (
        <a class="button secondary" href="#composer-title">
          {t.writeLetter}
        </a>
      )}
      {step.mayComplete && step.kind !== 'decision' && may.includes('completeStep') && (
        <GoOn step={step.id} {...props} />
      )}
    </div>
  );
}
