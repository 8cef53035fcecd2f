import { useState } from 'preact/hooks';
import type { eraseMe, HeldView } from '../../../functions/privacy/citizen-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { privacy } from '../../ui/messages/privacy-fr.ts';
import { forgetDevice } from '../account/forget-device.ts';
import { rememberSignedIn } from '../account/signed-in.ts';
import { Refused } from './fresh.tsx';
import { Tick } from './tick.tsx';

const t = privacy.erase;
type Props = { held: HeldView; onDone: () => void };

/** What goes, what stays and why, said before anything is done; then done at once. */
export function Erase({ held, onDone }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="effacer" class="data-erase">
      <h2 id="effacer">{t.title}</h2>
      <p>{t.text}</p>
      <h3>{t.stays}</h3>
      <ul>
        <li>{t.journal}</li>
        {held.accounting.until && <li>{t.accounting(held.accounting.payments, held.accounting.until)}</li>}
      </ul>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t.begin}
      </Button>
      <Dialog id="effacement" open={open} title={t.title} onClose={() => setOpen(false)}>
        <Confirm held={held} onDone={onDone} onCancel={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

function Confirm({ held, onDone, onCancel }: Props & { onCancel: () => void }) {
  const [withdraw, setWithdraw] = useState<string[]>([]);
  const [isSure, setIsSure] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const tick = (reference: string, ticked: boolean) =>
    setWithdraw((known) => [...known.filter((one) => one !== reference), ...(ticked ? [reference] : [])]);
  const confirm = async () => {
    setIsMissing(!isSure);
    if (!isSure) return;
    setIsBusy(true);
    setProblem(undefined);
    try {
      await call<typeof eraseMe>('POST /api/citizen/privacy/erase', { body: { confirmed: true, withdraw } });
      rememberSignedIn(null);
      await forgetDevice(true);
      onDone();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
      setIsBusy(false);
    }
  };
  return (
    <form
      class="data-confirm"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void confirm();
      }}
    >
      <p>{t.takeFirst}</p>
      {held.open.length > 0 && <Open open={held.open} withdraw={withdraw} onTick={tick} />}
      {isMissing && !isSure && (
        <p class="field-error" id="sur-erreur" role="alert">
          {t.sureMissing}
        </p>
      )}
      <Tick
        id="sur"
        checked={isSure}
        onTick={setIsSure}
        problem={isMissing && !isSure ? 'sur-erreur' : undefined}
      >
        {t.sure}
      </Tick>
      {problem && <Refused code={problem} />}
      <div class="data-actions">
        <Button look="danger" type="submit" busy={isBusy}>
          {t.confirm}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

type OpenProps = {
  open: HeldView['open'];
  withdraw: readonly string[];
  onTick: (reference: string, ticked: boolean) => void;
};
function Open({ open, withdraw, onTick }: OpenProps) {
  return (
    <fieldset>
      <legend>{t.open}</legend>
      <p class="hint">{t.openText}</p>
      {open.map(({ reference, subject, why, mayWithdraw }) =>
        mayWithdraw ? (
          <Tick
            key={reference}
            id={`retirer-${reference}`}
            checked={withdraw.includes(reference)}
            onTick={(yes) => onTick(reference, yes)}
          >
            {t.withdraw(subject, reference)}
          </Tick>
        ) : (
          <p key={reference}>
            {why === 'appeal' ? t.appeal(subject, reference) : t.circulating(subject, reference)}
          </p>
        ),
      )}
    </fieldset>
  );
}
