import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { tracked as t } from '../../ui/messages/track-instruction-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Timeline } from '../../ui/timeline.tsx';

/** What changed the course of the request: silence, transfer, suspension. */
export function Course({ instruction }: Pick<TrackedRequest, 'instruction'>) {
  const { implicit, transferredTo, suspendedSince } = instruction;
  return (
    <>
      {implicit && (
        <Notice kind={implicit.effect === 'granted' ? 'success' : 'warning'}>
          <p>{t.implicit[implicit.effect](day(implicit.on))}</p>
        </Notice>
      )}
      {transferredTo && (
        <Notice>
          <p>{t.transferred(transferredTo.name, day(transferredTo.on))}</p>
          <p class="lines">{transferredTo.postalAddress}</p>
        </Notice>
      )}
      {suspendedSince && (
        <Notice>
          <p>{t.suspended(day(calendarDay(suspendedSince)))}</p>
        </Notice>
      )}
    </>
  );
}

/** The steps of the work, where the procedure says them. */
export function WorkSteps({ instruction: { steps } }: Pick<TrackedRequest, 'instruction'>) {
  if (steps.length === 0) return null;
  const entries = steps.map(({ title, state }, index) => ({ key: `${index}`, status: state, title }));
  return (
    <section>
      <h2>{t.work}</h2>
      <Timeline label={t.work} entries={entries} />
    </section>
  );
}
