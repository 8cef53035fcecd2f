import { useMutation } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { retention as t } from '../../ui/messages/backoffice-retention-fr.ts';
import { toast } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { readKept } from './kept.ts';
import { retentionApi, type Slip, slipFile } from './retention-api.ts';

type Props = { slip: Slip; mayNoteVisa: boolean; onChange(): void };

/** One slip: what it takes, who agreed, what a trial says, and what may be done now. */
export function SlipCard({ slip, mayNoteVisa, onChange }: Props) {
  const { departmentName } = useSignedIn();
  const isOpen = slip.state === 'proposed' || slip.state === 'agreed';
  const title = t.nameOf(slip);
  const attempt = useMutation({
    mutationFn: () => retentionApi.attempt(slip.id),
    onSuccess: onChange,
  });
  return (
    <li class="card kept-card">
      <h2 class="subject">{title}</h2>
      <p>
        <strong>{t.states[slip.state]}</strong> ·{' '}
        {slip.department ? departmentName(slip.department) : t.nobody} ·{' '}
        {t.span(slip.of, slip.count, slip.oldest, slip.newest)}
      </p>
      <p class="soft">{t.rule(slip.of, slip.rule.months, slip.rule.disposal, slip.rule.because)}</p>
      <dl class="kept-terms">
        <div>
          <dt>{t.head}</dt>
          <dd>{slip.head ? t.given(slip.head.by, slip.head.at) : t.awaited}</dd>
        </div>
        <div>
          <dt>{t.archives}</dt>
          <dd>{slip.archives ? t.visaGiven(slip.archives.visa, slip.archives.on) : t.awaited}</dd>
        </div>
      </dl>
      {slip.refused && <p>{t.refusedBy(slip.refused.by, slip.refused.at, slip.refused.reason)}</p>}
      {slip.tried && (
        <>
          <p>{t.tried(slip.of, slip.tried.goes, slip.tried.stays.length)}</p>
          {slip.tried.stays.length > 0 && (
            <ul>
              {slip.tried.stays.slice(0, 20).map(({ reference, why }) => (
                <li key={reference}>
                  {reference} : {t.stays(why)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {isOpen && !slip.tried && <p>{t.notTried}</p>}
      {slip.done > 0 && <p>{t.done(slip.of, slip.erased, slip.count)}</p>}
      <div class="buttons card-action">
        <a class="button secondary" href={slipFile(slip.id)} download>
          {t.file}
          <span class="visually-hidden"> {title}</span>
        </a>
        {isOpen && (
          <Button look="secondary" busy={attempt.isPending} about={title} onClick={() => attempt.mutate()}>
            {t.attempt}
          </Button>
        )}
      </div>
      <p role="alert" class="field-error">
        {attempt.error ? sentenceOf(attempt.error) : ''}
      </p>
      {isOpen && <Decide slip={slip} mayNoteVisa={mayNoteVisa} onChange={onChange} />}
    </li>
  );
}

/** Agreement, visa, refusal: each shown to whose it is. */
function Decide({ slip, mayNoteVisa, onChange }: Props) {
  const id = `slip-${slip.id.replaceAll('.', '-')}`;
  const [keep, setKeep] = useState('');
  const [visa, setVisa] = useState('');
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<{ field: string; text: string } | null>(null);
  const save = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSuccess: () => {
      toast(t.saved);
      onChange();
    },
  });
  const refuse = (field: string, text: string) => {
    setWrong({ field, text });
    document.getElementById(`${id}-${field}`)?.focus();
  };
  const go = (send: () => Promise<unknown>) => {
    setWrong(null);
    save.mutate(send);
  };
  const errorOf = (field: string) => (wrong?.field === field ? wrong.text : undefined);
  const agree = () => {
    const kept = readKept(keep);
    if (kept.wrong) refuse('keep', t.keepWrong(kept.wrong));
    else go(() => retentionApi.agree(slip, kept.keep));
  };
  const noteVisa = () =>
    visa.trim().length < 3 || !/^\d{4}-\d{2}-\d{2}$/.test(on)
      ? refuse('visa', t.visaWrong)
      : go(() => retentionApi.noteVisa(slip, visa.trim(), on));
  const stop = () =>
    reason.trim().length < 5
      ? refuse('reason', t.reasonWrong)
      : go(() => retentionApi.refuse(slip, reason.trim()));
  const isProposed = slip.state === 'proposed';
  return (
    <details>
      <summary>{t.decide}</summary>
      <p role="alert" class="field-error">
        {save.error ? sentenceOf(save.error) : ''}
      </p>
      {isProposed && slip.mayAgree && !slip.head && (
        <>
          <p>{t.agreeHelp}</p>
          <TextArea
            id={`${id}-keep`}
            label={t.keep}
            hint={t.keepHint}
            optional
            rows={3}
            value={keep}
            error={errorOf('keep')}
            onChange={setKeep}
          />
          <Button busy={save.isPending} onClick={agree}>
            {t.agree}
          </Button>
        </>
      )}
      {isProposed && mayNoteVisa && !slip.archives && (
        <>
          <TextField
            id={`${id}-visa`}
            label={t.visa}
            width="medium"
            value={visa}
            error={errorOf('visa')}
            onChange={setVisa}
          />
          <TextField id={`${id}-on`} label={t.visaOn} width="short" value={on} onChange={setOn} />
          <Button busy={save.isPending} onClick={noteVisa}>
            {t.noteVisa}
          </Button>
        </>
      )}
      <TextField
        id={`${id}-reason`}
        label={t.reason}
        value={reason}
        error={errorOf('reason')}
        onChange={setReason}
      />
      <Button look="danger" busy={save.isPending} onClick={stop}>
        {t.refuse}
      </Button>
    </details>
  );
}
