import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Timeline } from '../../ui/timeline.tsx';

/** What was done, by whom, and what comes, by when. */
export function Steps({ request }: { request: TrackedRequest }) {
  const entries = request.timeline.map(({ code, status, at, due, actor, helper }, index) => ({
    key: `${code}-${index}`,
    status,
    title: track.steps[code] ?? code,
    when: at ? track.on(at) : due ? track.due(due) : undefined,
    dateTime: at ?? due ?? undefined,
    who:
      helper !== undefined ? track.helped(helper) : actor ? track.actor(actor, status === 'done') : undefined,
  }));
  return <Timeline entries={entries} label={track.timeline} />;
}
