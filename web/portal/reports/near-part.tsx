import { useEffect, useState } from 'preact/hooks';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { FollowForm } from './follow-form.tsx';
import { StateTag } from './report-card.tsx';
import { type NearReport, type Point, reportsApi } from './reports-api.ts';

/** What is open within fifty metres and of the same kind: following it is offered before it is said again. */
export function NearPart({ point, category }: { point: Point | null; category: string }) {
  const [near, setNear] = useState<NearReport[]>([]);
  const [other, setOther] = useState('');
  const asked = point && category ? JSON.stringify([point, category]) : '';
  useEffect(() => {
    setNear([]);
    if (!point || !category) return;
    let isOld = false;
    reportsApi.near(point, category).then(
      ({ reports }) => {
        if (!isOld) setNear(reports);
      },
      // It is only an offer: without an answer the report is made.
      () => undefined,
    );
    return () => {
      isOld = true;
    };
  }, [asked]);
  const isShown = near.length > 0 && other !== asked;
  return (
    <div role="status">
      {isShown && (
        <section class="near" aria-labelledby="near-title">
          <h2 id="near-title">{t.near.title}</h2>
          <p>{t.near.intro}</p>
          <ul class="near-list">
            {near.map(({ id, metres, state, followers }) => (
              <li key={id}>
                <p>
                  <StateTag state={state} /> {t.near.metres(metres)}, {t.followers(followers)}
                </p>
                <FollowForm id={id} label={t.near.follow} />
              </li>
            ))}
          </ul>
          <button type="button" class="button secondary" onClick={() => setOther(asked)}>
            {t.near.other}
          </button>
        </section>
      )}
    </div>
  );
}
