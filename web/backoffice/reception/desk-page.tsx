import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type SummaryProblem } from '../../ui/error-summary.tsx';
import { reception as t, what } from '../../ui/messages/backoffice-reception-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert, Status, toast } from '../../ui/status.tsx';
import { citizensApi } from '../citizens/citizens-api.ts';
import { sentenceOf, useWide } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { Articles } from './articles.tsx';
import { CurrentCall } from './current-call.tsx';
import { Done } from './done.tsx';
import { type DeskDraft, problemsOf } from './draft.ts';
import { useDesk } from './kept.ts';
import { PersonBrief } from './person-brief.tsx';
import { Queue } from './queue.tsx';
import { Timer } from './timer.tsx';
import { useRecording } from './use-recording.ts';
import { What } from './what.tsx';
import { Who } from './who.tsx';

const channels = ['counter', 'phone'] as const;
const toWho = () => requestAnimationFrame(() => document.getElementById('who')?.focus());

/** One screen for whoever comes or calls, from hello to the receipt, with the keyboard alone. */
export default function DeskPage() {
  const { me } = useSignedIn();
  const desk = useDesk(me.login);
  const { draft, saying, change, clear, restore } = desk;
  const [problems, setProblems] = useState<SummaryProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const recording = useRecording(desk);
  useAskedFor(change);
  const next = () => {
    recording.forget();
    clear();
    setProblems([]);
    toWho();
  };
  const save = async () => {
    if (recording.busy || recording.opened) return;
    const found = problemsOf(desk.current());
    setProblems(found);
    setAttempt((count) => count + 1);
    if (found.length > 0) return;
    const said = await recording.record();
    if (said === null) return;
    if (said) toast(said);
    clear();
    if (said) toWho();
  };
  const erase = () => {
    const before = draft;
    next();
    toast(what.cleared, { label: what.undo, run: () => restore(before) });
  };
  useShortcuts({ 'Ctrl+Enter': () => void (recording.opened ? next() : save()) });
  const isWide = useWide(64);
  const brief = draft.person && !recording.opened && (
    <PersonBrief
      key={draft.person.personId}
      personId={draft.person.personId}
      about={draft.about}
      onAbout={(about) => change({ about })}
    />
  );
  const errors = Object.fromEntries(problems.map(({ field, message }) => [field, message]));
  return (
    <AgentPage title={t.title} inError={problems.length > 0}>
      <div class="desk-bar">
        <fieldset class="desk-channels">
          <legend class="visually-hidden">{t.channel}</legend>
          {channels.map((channel) => (
            <label key={channel} class="desk-channel">
              <input
                type="radio"
                name="desk-channel"
                checked={draft.channel === channel}
                onChange={() => change({ channel, ...(channel === 'counter' ? { callId: null } : {}) })}
              />
              <span>{t.channels[channel]}</span>
            </label>
          ))}
        </fieldset>
        <Timer startedAt={draft.startedAt} />
        <Status>{saying.text}</Status>
      </div>
      <div class="reception">
        <div class="reception-main">
          <CurrentCall desk={desk} />
          {recording.opened ? (
            <Done {...recording.opened} onNext={next} />
          ) : (
            <>
              <ErrorSummary problems={problems} attempt={attempt} />
              <Who desk={desk} error={errors.who} />
              {!isWide && brief}
              <What desk={desk} errors={errors} />
              {recording.failure !== undefined && (
                <Alert>
                  <Notice kind="danger" title={what.failed}>
                    <p>{sentenceOf(recording.failure)}</p>
                    <p>{what.failedText}</p>
                  </Notice>
                </Alert>
              )}
              <Acts draft={draft} busy={recording.busy} onSave={() => void save()} onErase={erase} />
            </>
          )}
        </div>
        <div class="reception-side">
          {isWide && brief}
          <Queue />
          <Articles key={draft.key} draft={draft} onChange={(articles) => change({ articles })} />
        </div>
      </div>
    </AgentPage>
  );
}

type ActsProps = { draft: DeskDraft; busy: boolean; onSave(): void; onErase(): void };
const Acts = ({ draft, busy, onSave, onErase }: ActsProps) => (
  <div class="desk-acts">
    <Button busy={busy} onClick={onSave}>
      {busy ? what.saving : draft.outcome === 'request' ? what.saveAndOpen : what.save}
    </Button>
    <kbd>{what.shortcut}</kbd>
    {draft.startedAt && (
      <Button look="quiet" onClick={onErase}>
        {what.clear}
      </Button>
    )}
  </div>
);

/** The page of somebody, or a number to call, may lead here: `?personne=` and `?numero=`. */
function useAskedFor(change: (part: Partial<DeskDraft>) => void): void {
  useEffect(() => {
    const asked = new URLSearchParams(location.search);
    const number = asked.get('numero');
    const personId = asked.get('personne');
    if (number) change({ channel: 'phone', direction: 'outbound', number });
    if (personId)
      citizensApi
        .read(personId, { reason: 'reception' })
        .then(({ personId: id, name, identity }) => {
          const of = (field: string) =>
            identity.find((one) => one.field === field && !one.isSuperseded)?.value ?? null;
          change({ person: { personId: id, name, phone: of('phone'), email: of('email') } });
        })
        .catch(() => undefined);
    if (!personId) toWho();
  }, []);
}
