import type { FollowedRequest } from '../../../functions/follow/citizen-api.ts';
import { AlertIcon, CalendarIcon, UsersIcon } from '../../ui/icons.tsx';
import { daysBetween } from '../../ui/messages/dates.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { requests as t } from '../../ui/messages/requests-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { addresses } from '../frame.tsx';

const groups = ['your-turn', 'open', 'ended'] as const;
const tones = { 'your-turn': 'warning', open: 'brand', ended: 'neutral' } as const;
type Props = { requests: readonly FollowedRequest[]; now: string };

/** What waits for the person comes first, then what is under way, then what is over. */
export const RequestGroups = ({ requests, now }: Props) => (
  <>
    {groups.map((group) => {
      const mine = requests.filter((one) => one.group === group);
      return mine.length === 0 ? null : (
        <section key={group} class={`request-group ${group}`} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t.groups[group]}</h2>
          <ul class="request-cards">
            {mine.map((request) => (
              <li key={request.reference}>
                <RequestCard request={request} now={now} />
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </>
);

function RequestCard({ request, now }: { request: FollowedRequest; now: string }) {
  const { reference, subject, group, state, channel, receivedOn, department, outcome, appealOf } = request;
  const words = group === 'ended' && outcome ? t.outcomes[outcome] : track.state(state).title;
  return (
    <article class="request-card">
      <h3>
        <a href={`${addresses.requests}/${reference}`} lang={subject ? language.content : undefined}>
          {subject || t.erased}
        </a>
      </h3>
      <Tag kind={tones[group]}>{words}</Tag>
      <p class="soft">
        {reference} · {t.asked(receivedOn, t.channels[channel] ?? '')}
      </p>
      {appealOf && <p class="soft">{t.contests(appealOf)}</p>}
      <ul class="request-facts">
        <When request={request} now={now} />
        {group !== 'ended' && (
          <li>
            <UsersIcon />
            {department ? t.who(department) : t.nobody}
          </li>
        )}
      </ul>
    </article>
  );
}

function When({ request, now }: { request: FollowedRequest; now: string }) {
  const { group, until, promisedOn, endedOn } = request;
  if (group === 'your-turn')
    return (
      <li>
        <AlertIcon />
        <strong>{until ? t.act(until) : t.reply}</strong>
      </li>
    );
  const isLate = promisedOn !== null && daysBetween(now, promisedOn) < 0;
  const said = endedOn
    ? t.ended(endedOn)
    : promisedOn && (isLate ? t.late(promisedOn) : t.promised(promisedOn));
  return said ? (
    <li>
      <CalendarIcon />
      {said}
    </li>
  ) : null;
}
