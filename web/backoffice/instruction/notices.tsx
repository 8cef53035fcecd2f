import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { calendarDay, day } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import type { RequestFile } from '../data/agent-api.ts';

/** What changes how everything below is to be read: silence that decided, a suspension, a letter that came back. */
export function InstructionNotices({ request }: { request: RequestFile }) {
  const { suspended, implicit, transferredTo, firstReceivedOn, escalated, group, letter } =
    request.instruction;
  const reason = suspended && (t.suspensionReasons[suspended.reason] ?? suspended.reason);
  return (
    <>
      {implicit && (
        <Notice kind={implicit.effect === 'refused' ? 'warning' : 'info'}>
          <p>{t.implicit[implicit.effect](day(implicit.on))}</p>
        </Notice>
      )}
      {transferredTo && (
        <Notice>
          <p>{t.transferred(transferredTo.name, day(transferredTo.on))}</p>
        </Notice>
      )}
      {suspended && reason && (
        <Notice kind="warning">
          <p>{t.suspended(reason, suspended.until && day(suspended.until))}</p>
        </Notice>
      )}
      {escalated && (
        <Notice kind="warning">
          <p>{t.escalated(day(calendarDay(escalated.due)))}</p>
        </Notice>
      )}
      {firstReceivedOn && (
        <Notice>
          <p>{t.firstReceived(day(firstReceivedOn))}</p>
        </Notice>
      )}
      {group.lead && (
        <Notice>
          <p>
            {t.grouped} <a href={`/agents/demandes/${group.lead}`}>{group.lead}</a>.
          </p>
        </Notice>
      )}
      {group.members.length > 0 && (
        <Notice>
          <p>{t.members(group.members.length)}</p>
          <ul class="inline-list">
            {group.members.map((reference) => (
              <li key={reference}>
                <a href={`/agents/demandes/${reference}`}>{reference}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {letter && (
        <Notice kind={letter.state === 'returned' ? 'warning' : 'info'}>
          <p>
            {letter.state === 'circulating'
              ? t.letter.circulating(letter.step, letter.steps)
              : t.letter[letter.state]}{' '}
            <a href={`/agents/parapheur/${request.reference}/${letter.letterId}`}>{t.seeLetter}</a>
          </p>
        </Notice>
      )}
    </>
  );
}
