import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { ChannelMark } from '../shell/channel-mark.tsx';
import { citizensApi, type RequestLine } from './citizens-api.ts';
import { Paged } from './paged.tsx';
import type { PersonProps } from './person-desk.tsx';

const tones: Record<string, 'brand' | 'warning' | 'success'> = {
  ...{ new: 'brand', assigned: 'brand', 'in-progress': 'brand' },
  ...{ 'waiting-citizen': 'warning', 'waiting-visa': 'warning', decided: 'success', delivered: 'success' },
};

/** Every request in every state; only those the agent may open lead to their page. */
export function RequestsPanel({ person, why }: PersonProps) {
  return (
    <section class="panel" aria-labelledby="requests-title">
      <h2 id="requests-title">{t.requests}</h2>
      <Paged
        id="person-requests"
        queryKey={['citizens', person.personId, 'requests', why, person.sheets]}
        read={(after) => citizensApi.requests(person.personId, { ...why, after })}
        itemsOf={({ requests }) => requests}
        empty={t.requestsEmpty}
        about={t.requests}
      >
        {(requests, pages) => (
          <ul class="lines-list">
            {requests.map((request) => (
              <Line
                key={request.reference}
                request={request}
                names={Object.assign({}, ...pages.map(({ names }) => names))}
              />
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Line({ request, names }: { request: RequestLine; names: Record<string, string> }) {
  const { departmentName } = useSignedIn();
  const { reference, subject, state, channel, department, agent, receivedOn, unread, mayOpen } = request;
  const name = agent && names[`agent:${agent}`];
  return (
    <li>
      <span>
        {mayOpen ? (
          <a href={`${base}/demandes/${reference}`}>
            {subject || shell.untitled}
            <span class="visually-hidden"> {reference}</span>
          </a>
        ) : (
          <strong>{t.hiddenSubject}</strong>
        )}
        <span class="line-detail soft">
          <span>{reference}</span>
          <ChannelMark channel={channel} />
          <time dateTime={receivedOn}>{day(receivedOn)}</time>
          <span>{departmentName(department)}</span>
          {name && <span>{t.agentName(name)}</span>}
          {!mayOpen && <span>{t.reserved}</span>}
          {unread > 0 && <span>{t.unread(unread)}</span>}
        </span>
      </span>
      <Tag kind={tones[state] ?? 'neutral'}>{shell.states[state] ?? state}</Tag>
    </li>
  );
}
