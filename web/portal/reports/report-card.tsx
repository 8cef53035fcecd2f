import { calendarDay, day } from '../../ui/messages/dates.ts';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { OnDemand } from '../on-demand.tsx';
import { FollowForm } from './follow-form.tsx';
import type { PublicReport } from './reports-api.ts';

const tones = { reported: 'warning', taken: 'brand', resolved: 'success' } as const;
export const StateTag = ({ state }: { state: PublicReport['state'] }) => (
  <Tag kind={tones[state]}>{t.states[state]}</Tag>
);

/** One report as everybody sees it: nothing that anybody typed. */
export function ReportCard({
  report,
  category,
  commune,
  lang,
}: {
  report: PublicReport;
  category: string;
  commune: string;
  /** Of the category's name, where it is not that of the page. */
  lang: string | undefined;
}) {
  const { id, state, at, followers, photos } = report;
  const on = t.list.on(day(calendarDay(at)));
  return (
    <li class="report-card">
      <div>
        <h3 lang={lang}>{category}</h3>
        <p class="report-facts">
          <StateTag state={state} /> {commune}. {on}, {t.followers(followers)}.
        </p>
        {state !== 'resolved' && (
          <FollowForm id={id} label={t.list.follow} about={`${category}, ${commune}, ${on}`} />
        )}
      </div>
      {photos.map((photo) => (
        <OnDemand key={photo} about={`${category}, ${commune}, ${on}`}>
          <img src={photo} alt={t.list.photo} width={160} height={120} loading="lazy" />
        </OnDemand>
      ))}
    </li>
  );
}
