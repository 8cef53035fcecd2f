import { useState } from 'preact/hooks';
import { by, journal, journalUnknown, request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { byRules } from '../../ui/messages/distribution-why-fr.ts';
import type { RequestFile } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { useAgentName } from './agent-name.ts';

const shownAtFirst = 8;

/** The journal in words, newest first. */
export function History({ request }: { request: RequestFile }) {
  const [all, setAll] = useState(false);
  const { departmentName } = useSignedIn();
  const nameOf = useAgentName(request.department);
  const who = ({ by: code, detail, helper }: RequestFile['timeline'][number]) => {
    if (code === 'auto' && detail.why) return byRules;
    if (!code || code === 'auto') return by.auto;
    if (code === 'citizen') return by.citizen;
    if (code.startsWith('mandate:')) return by.mandate(helper);
    return by.agent(nameOf(code.replace(/^agent:/, '')));
  };
  const words = ({ type, detail }: RequestFile['timeline'][number]) => {
    const named = { ...detail };
    if (typeof detail.department === 'string') named.department = departmentName(detail.department);
    if (typeof detail.agent === 'string') named.agent = nameOf(detail.agent);
    if (type === 'request-opened' && typeof detail.channel === 'string')
      named.channel = shell.channels[detail.channel] ?? detail.channel;
    return journal[type]?.(named) ?? journalUnknown;
  };
  const events = request.timeline.toReversed();
  const shown = all ? events : events.slice(0, shownAtFirst);
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title">{t.history}</h2>
      <ol class="history">
        {shown.map((event) => (
          <li key={event.seq}>
            <p>
              {words(event)}
              {event.detail.why && event.by === 'auto' ? '' : ' '}
              {(event.type !== 'citizen-message-received' || event.by) && (
                <span class="soft">{who(event)}</span>
              )}
            </p>
            <time dateTime={event.at}>{dayAndTime(event.at)}</time>
          </li>
        ))}
      </ol>
      {events.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t.historyAll}
        </button>
      )}
    </section>
  );
}
