import { activity as t } from '../../ui/messages/backoffice-activity-fr.ts';
import type { Activity } from './activity-api.ts';

/** What whoever steers looks at first, beside the same number of months before. */
export function ActivityFigures({ total, before }: Pick<Activity, 'total' | 'before'>) {
  const figures = [
    { name: t.opened, value: t.value(total.opened), hint: t.than(total.opened - before.opened) },
    { name: t.settled, value: t.share(total.settledShare), hint: t.ofOpened },
    { name: t.inTime, value: t.share(total.inTimeShare), hint: '' },
    { name: t.meanDays, value: t.mean(total.meanDays), hint: '' },
    { name: t.automatic, value: t.share(total.automaticShare), hint: t.ofOpened },
  ];
  return (
    <dl class="activity-figures">
      {figures.map(({ name, value, hint }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            {hint && <span class="soft">{hint}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How long answers take, class by class: a list whose bars say nothing that its words do not. */
export function Delays({ total }: Pick<Activity, 'total'>) {
  const most = Math.max(1, ...total.delays);
  return (
    <section class="panel activity-delays" aria-labelledby="delays">
      <h2 id="delays">{t.delaysTitle}</h2>
      <dl>
        {total.delays.map((count, at) => (
          <div key={t.delays[at]}>
            <dt>{t.delays[at]}</dt>
            <dd>
              <span>{t.value(count)}</span>
              <meter aria-hidden="true" min={0} max={most} value={count} />
            </dd>
          </div>
        ))}
      </dl>
      <p>{t.outcomes(t.value(total.granted), t.value(total.refused), t.value(total.implicit))}</p>
      <p class="soft">{t.left(t.value(total.withdrawn), t.value(total.transferred))}</p>
    </section>
  );
}
