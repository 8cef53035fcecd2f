import { problemsOfStep } from '../../../functions/procedures/form-problems.ts';
import { clean, visibleSteps } from '../../../functions/procedures/visible-form.ts';
import type { Site } from '../../site.ts';
import { LinkButton } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { tasks as t } from '../../ui/messages/form-more-fr.ts';
import { Page } from '../../ui/page.tsx';
import { writtenIn } from '../written.ts';
import { answersOf, type Draft } from './draft.ts';
import { moreStyles } from './more-styles.ts';
import { stateOfSteps } from './step-states.ts';
import { today } from './today.ts';

moreStyles();

export type TaskListProps = {
  site: Site;
  draft: Draft;
  hrefOf: (stepId: string) => string;
  onFollow: (event: MouseEvent, href: string) => void;
};

/** All the steps of a long form, and which are done: one may leave one for later. */
export function TaskList({ site, draft, hrefOf, onFollow }: TaskListProps) {
  const { procedure } = draft;
  const lang = writtenIn(procedure);
  const answers = clean(procedure, answersOf(draft), today());
  const steps = visibleSteps(procedure, answers, today());
  const problems = steps.map((step) => problemsOfStep(step, answers, today()).length);
  const states = stateOfSteps(steps, answers, problems, draft.step);
  const done = states.filter((state) => state === 'done').length;
  const next = states.indexOf('to-do');
  const target = hrefOf(next < 0 ? 'verifier' : (steps[next]?.id ?? ''));
  const link = (href: string) => ({ href, onClick: (event: MouseEvent) => onFollow(event, href) });
  return (
    <Page
      title={t.title}
      context={procedure.title}
      site={site.name}
      kicker={<span lang={lang}>{procedure.title}</span>}
      intro={<p>{t.count(done, steps.length)}</p>}
    >
      <ol class="task-list">
        {steps.map(({ id, title }, at) => {
          const state = states[at] ?? 'later';
          return (
            <li key={id} class={state}>
              {state === 'later' ? (
                <span lang={lang}>{title}</span>
              ) : (
                <a {...link(hrefOf(id))} lang={lang} aria-describedby={`etat-${id}`}>
                  {title}
                </a>
              )}
              <span id={`etat-${id}`} class="task-state">
                {state === 'done' && <CheckIcon />}
                {t.states[state]}
              </span>
            </li>
          );
        })}
      </ol>
      <div class="buttons">
        <LinkButton {...link(target)}>{next < 0 ? t.check : t.goOn}</LinkButton>
      </div>
    </Page>
  );
}
