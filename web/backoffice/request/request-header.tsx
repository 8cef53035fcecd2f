import { Button } from '../../ui/button.tsx';
import { CopyIcon } from '../../ui/icons.tsx';
import { dueWords } from '../../ui/messages/backoffice-board-fr.ts';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day, daysBetween } from '../../ui/messages/dates.ts';
import { whyWords } from '../../ui/messages/distribution-why-fr.ts';
import { toast } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { ChannelMark } from '../shell/channel-mark.tsx';
import { useAgentName } from './agent-name.ts';

const tones: Record<string, 'brand' | 'warning' | 'success' | 'neutral'> = {
  new: 'brand',
  'in-progress': 'brand',
  'waiting-citizen': 'warning',
  'waiting-visa': 'warning',
  decided: 'success',
  delivered: 'success',
};

/** What one must know at a glance: state, who works on it, and until when, with the reason of each date. */
export function RequestHeader({ request, onAssign }: { request: RequestFile; onAssign(): void }) {
  const { departmentName } = useSignedIn();
  const nameOf = useAgentName(request.department);
  const applying = request.deadlines.filter(({ state }) => state !== 'moot');
  const given = request.timeline.findLast(({ type }) => type === 'request-assigned')?.detail;
  const isTheirs = given?.why && given.agent === request.agent;
  const why = isTheirs ? whyWords(String(given.why).split(',')) : null;
  const copy = () =>
    navigator.clipboard.writeText(request.reference).then(
      () => toast(t.copied, undefined, 4),
      () => undefined,
    );
  return (
    <div class="request-header">
      <p class="marks">
        <Tag kind={tones[request.state] ?? 'neutral'}>{shell.states[request.state] ?? request.state}</Tag>
        {request.urgency === 'high' && <Tag kind="danger">{shell.urgencies.high}</Tag>}
        <ChannelMark channel={request.channel} />
        <span>{t.receivedOn(day(request.receivedOn))}</span>
      </p>
      <div class="at-a-glance">
        <dl>
          <div>
            <dt>{t.department}</dt>
            <dd>{departmentName(request.department)}</dd>
          </div>
          <div>
            <dt>{t.agent}</dt>
            <dd>
              {request.agent ? nameOf(request.agent) : t.nobody}
              {why && <p class="hint">{why}</p>}
            </dd>
          </div>
          {request.procedure && (
            <div>
              <dt>{t.procedure}</dt>
              <dd>{request.procedure.title}</dd>
            </div>
          )}
        </dl>
        <div class="request-actions">
          {request.may.assign && (
            <Button look="secondary" onClick={onAssign}>
              {t.assign}
            </Button>
          )}
          <Button look="quiet" onClick={() => void copy()}>
            <CopyIcon />
            {t.copy}
          </Button>
        </div>
      </div>
      {applying.length > 0 && (
        <ul class="deadlines" aria-label={t.deadlines}>
          {mostUrgentFirst(applying).map((deadline) => (
            <Deadline key={deadline.kind} deadline={deadline} now={request.now} />
          ))}
        </ul>
      )}
    </div>
  );
}

type DeadlineOf = RequestFile['deadlines'][number];
const mostUrgentFirst = (deadlines: readonly DeadlineOf[]): DeadlineOf[] =>
  deadlines.toSorted(
    (one, other) =>
      Number(other.state === 'running') - Number(one.state === 'running') ||
      (one.due ?? '').localeCompare(other.due ?? ''),
  );

const toneOf = (state: string, days: number): string => {
  if (state !== 'running') return state === 'missed' ? 'late' : '';
  return days < 0 ? 'late' : days <= 2 ? 'soon' : '';
};

function Deadline(props: { deadline: DeadlineOf; now: string }) {
  const { kind, due, state, article, why } = props.deadline;
  const days = due ? daysBetween(props.now, due) : 0;
  const running = state === 'running';
  // The days to appeal are the person's: nobody here is late for them.
  const isOurs = kind !== 'appeal' && kind !== 'portal';
  const tone = !isOurs || (running && !due) ? '' : toneOf(state, days);
  return (
    <li class={`deadline ${running ? 'running' : ''} ${tone}`}>
      <p class="deadline-kind">{t.deadlineKinds[kind] ?? t.deadlineKind}</p>
      <p class="deadline-due">{due ? day(due) : shell.none}</p>
      <p class="soft">
        {due && running
          ? days > 14
            ? t.inDays(days)
            : dueWords(days, day(due))
          : (t.deadlineStates[state] ?? state)}
      </p>
      <details>
        <summary>{t.why}</summary>
        <p>{why}</p>
        <p class="soft">{article}</p>
      </details>
    </li>
  );
}
