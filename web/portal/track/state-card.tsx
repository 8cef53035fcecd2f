import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { CalendarIcon, UsersIcon } from '../../ui/icons.tsx';
import { calendarDay, daysBetween, weekday } from '../../ui/messages/dates.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { answerId, answerOf } from './messages-thread.tsx';

const over = new Set(['closed', 'withdrawn', 'delivered', 'transferred']);

/** The state in words, the promised day, and who acts. */
export function StateCard({ request }: { request: TrackedRequest }) {
  const state = track.state(request.state);
  return (
    <section class="state-card">
      <Tag kind={over.has(request.state) ? 'success' : 'brand'}>{state.title}</Tag>
      <p class="state-words">{state.text}</p>
      <Facts request={request} />
      {answerOf(request) && (
        <LinkButton look="secondary" href={`#${answerId}`}>
          {track.readAnswer}
        </LinkButton>
      )}
    </section>
  );
}

function Facts({ request }: { request: TrackedRequest }) {
  const { promisedOn, department, now, state } = request;
  const late = promisedOn !== null && !over.has(state) && daysBetween(now, promisedOn) < 0;
  return (
    <dl class="state-facts">
      {promisedOn && !over.has(state) && (
        <div>
          <dt>
            <CalendarIcon />
            {track.promised}
          </dt>
          <dd>
            <strong>
              <time dateTime={calendarDay(promisedOn)}>{weekday(promisedOn)}</time>
            </strong>{' '}
            <span class="soft">({track.promisedRelative(promisedOn, now)})</span>
            {late && <p class="hint">{track.late}</p>}
          </dd>
        </div>
      )}
      <div>
        <dt>
          <UsersIcon />
          {track.whoActs}
        </dt>
        <dd>{department ? track.department(department.name) : track.noDepartment}</dd>
      </div>
    </dl>
  );
}
