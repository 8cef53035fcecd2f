import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { slips as t } from '../../ui/messages/backoffice-slips-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { instructionApi } from '../data/instruction-api.ts';
import { FormFoot } from './form-foot.tsx';
import { type DeedProps, useDeed } from './use-deed.ts';

type Received = DeedProps['request']['instruction']['received'][number];

/** What was asked for and came: what ticked itself is looked at, and asked for again when it is something else. */
export function ReceivedDocuments(props: DeedProps) {
  const { received, may } = props.request.instruction;
  const [wrong, setWrong] = useState<Received | null>(null);
  if (received.length === 0) return null;
  return (
    <section aria-labelledby="received-title">
      <h3 id="received-title">{t.receivedTitle}</h3>
      <ul class="awaited-list">
        {received.map((one) => (
          <li key={one.code}>
            <p>
              <strong>{one.label}</strong>{' '}
              <Tag kind={one.isVerified ? 'success' : 'warning'}>
                {one.isVerified ? t.verified : t.toVerify}
              </Tag>
            </p>
            <p class="soft">{t.receivedOn(day(one.on))}</p>
            {may.includes('untickDocument') && (
              <Button look="quiet" about={one.label} onClick={() => setWrong(one)}>
                {t.untick}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {wrong && <Untick key={wrong.code} wrong={wrong} onClose={() => setWrong(null)} {...props} />}
    </section>
  );
}

function Untick({ wrong, onClose, ...props }: DeedProps & { wrong: Received; onClose(): void }) {
  const [why, setWhy] = useState('');
  const untick = useDeed(
    props,
    (text: string | null, key) =>
      instructionApi.untickDocument(props.request, wrong.askId, { code: wrong.code, text }, key),
    t.unticked,
    onClose,
  );
  return (
    <Dialog id="untick" open title={t.untickOf(wrong.label)} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          untick.run(why.trim() || null);
        }}
      >
        <p>{t.untickText}</p>
        {untick.failed && (
          <p class="field-error" role="alert">
            {untick.failed}
          </p>
        )}
        <TextArea
          id="untick-why"
          label={t.why}
          optional
          rows={3}
          maxLength={500}
          value={why}
          onChange={setWhy}
        />
        <FormFoot go={t.untickGo} busy={untick.busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}
