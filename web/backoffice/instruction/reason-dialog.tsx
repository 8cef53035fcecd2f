import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { deed as d } from '../../ui/messages/backoffice-deeds-fr.ts';
import { instruction as t } from '../../ui/messages/backoffice-instruction-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import type { RequestFile } from '../data/agent-api.ts';
import { instructionApi } from '../data/instruction-api.ts';
import type { DeedDialogProps } from './deeds.tsx';
import { typedDay } from './typed-day.ts';
import { useDeed } from './use-deed.ts';

/** What a dialog asks before an act: a coded reason, words for colleagues, a day. */
type Told = { reason: string; note: string | null; on: string | null };
export type Plain =
  | 'suspend'
  | 'resume'
  | 'reopen'
  | 'withdraw'
  | 'close'
  | 'escalate'
  | 'ungroup'
  | 'noteFirstReceipt';

type Asks = {
  codes?: Record<string, string>;
  note?: 'needed' | 'free';
  day?: 'needed' | 'free';
  act(request: RequestFile, told: Told, key: string): Promise<unknown>;
};
type Suspension = Parameters<typeof instructionApi.suspend>[1];
type Reopening = Parameters<typeof instructionApi.reopen>[1];

const asks: Record<Plain, Asks> = {
  suspend: {
    codes: t.suspensionReasons,
    note: 'free',
    day: 'free',
    act: (request, { reason, note, on }, key) =>
      instructionApi.suspend(request, { reason: reason as Suspension['reason'], note, until: on }, key),
  },
  resume: { act: (request, _told, key) => instructionApi.resume(request, key) },
  reopen: {
    codes: d.reopeningReasons,
    note: 'free',
    act: (request, { reason, note }, key) =>
      instructionApi.reopen(request, { reason: reason as Reopening['reason'], note }, key),
  },
  withdraw: {
    note: 'needed',
    act: (request, { note }, key) => instructionApi.withdraw(request, note ?? '', key),
  },
  close: { note: 'free', act: (request, { note }, key) => instructionApi.close(request, note, key) },
  escalate: { note: 'free', act: (request, { note }, key) => instructionApi.escalate(request, note, key) },
  ungroup: { act: (request, _told, key) => instructionApi.ungroup(request, key) },
  noteFirstReceipt: {
    day: 'needed',
    act: (request, { on }, key) => instructionApi.noteFirstReceipt(request, on ?? '', key),
  },
};

/** The acts that only want a reason or a date. */
export function ReasonDialog({ deed, onClose, ...props }: DeedDialogProps & { deed: Plain }) {
  const { codes, note, day, act } = asks[deed];
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const run = useDeed(props, (told: Told, key) => act(props.request, told, key), d.done[deed] ?? '', onClose);
  const on = typedDay(typed);
  const problems = {
    reason: codes && !reason ? d.reasonChoose : undefined,
    note: note === 'needed' && !words.trim() ? t.reasonMissing : undefined,
    day: on === undefined || (day === 'needed' && on === null) ? d.dateWrong : undefined,
  };
  const wrong = (Object.keys(problems) as (keyof typeof problems)[]).find((field) => problems[field]);
  const shown = (field: keyof typeof problems) => (tried ? problems[field] : undefined);
  return (
    <Dialog id={`deed-${deed}`} open title={t.deeds[deed] ?? deed} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (wrong) document.getElementById(`deed-field-${wrong}`)?.focus();
          else run.run({ reason, note: words.trim() || null, on: on ?? null });
        }}
      >
        <p>{deed === 'noteFirstReceipt' ? d.firstText : d.texts[deed]}</p>
        {run.failed && (
          <p class="field-error" role="alert">
            {run.failed}
          </p>
        )}
        {codes && (
          <Select
            id="deed-field-reason"
            label={t.reason}
            error={shown('reason')}
            options={Object.entries(codes).map(([value, label]) => ({ value, label }))}
            value={reason}
            onChange={setReason}
          />
        )}
        {day && (
          <DateField
            id="deed-field-day"
            label={deed === 'noteFirstReceipt' ? d.firstOn : d.until}
            optional={day === 'free'}
            error={shown('day')}
            value={typed}
            onChange={setTyped}
          />
        )}
        {note && (
          <TextArea
            id="deed-field-note"
            label={note === 'needed' ? t.reason : d.reasonNote}
            optional={note === 'free'}
            error={shown('note')}
            rows={3}
            maxLength={500}
            value={words}
            onChange={setWords}
          />
        )}
        <div class="buttons">
          <Button
            type="submit"
            look={deed === 'withdraw' || deed === 'close' ? 'danger' : 'primary'}
            busy={run.busy}
          >
            {t.deeds[deed]}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {shell.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
