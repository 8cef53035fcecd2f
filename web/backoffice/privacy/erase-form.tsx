import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { privacy as t } from '../../ui/messages/backoffice-privacy-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { useAct } from '../citizens/use-act.ts';
import { type AskedBy, type Held, privacyApi } from './privacy-api.ts';

type Props = { person: string; asked: AskedBy; held: Held; onDone: () => void };

/** What goes and what stays, then the agent says that they checked who asks. */
export function EraseForm({ person, asked, held, onDone }: Props) {
  const [withdraw, setWithdraw] = useState<string[]>([]);
  const [isSure, setIsSure] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const erase = useAct(() => privacyApi.erase(person, asked, withdraw), t.asking, onDone);
  const tick = (reference: string, ticked: boolean) =>
    setWithdraw((known) => [...known.filter((one) => one !== reference), ...(ticked ? [reference] : [])]);
  const { payments, until } = held.accounting;
  return (
    <form
      class="person-cards"
      aria-labelledby="privacy-erase"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(!isSure);
        if (isSure) erase.run(undefined);
      }}
    >
      <h3 id="privacy-erase">{t.erase}</h3>
      <p class="soft">{t.eraseText}</p>
      {until && <p class="soft">{t.accounting(payments, until)}</p>}
      {held.open.length > 0 && (
        <fieldset>
          <legend>{t.openRequests}</legend>
          <p class="hint">{t.openHint}</p>
          {held.open.map(({ reference, subject, why, mayWithdraw }) =>
            mayWithdraw ? (
              <Tick
                key={reference}
                id={`withdraw-${reference}`}
                checked={withdraw.includes(reference)}
                onTick={(yes) => tick(reference, yes)}
                label={t.withdraw(subject, reference)}
              />
            ) : (
              <p key={reference}>{t.stays(reference, why)}</p>
            ),
          )}
        </fieldset>
      )}
      {(erase.failed || (isMissing && !isSure)) && (
        <Alert>
          <p class="field-error" id="privacy-problem">
            {erase.failed ?? t.sureMissing}
          </p>
        </Alert>
      )}
      <Tick
        id="privacy-sure"
        checked={isSure}
        onTick={setIsSure}
        label={t.sure}
        problem={isMissing && !isSure ? 'privacy-problem' : undefined}
      />
      <Button look="danger" type="submit" busy={erase.busy}>
        {t.confirm}
      </Button>
    </form>
  );
}

type TickProps = {
  id: string;
  checked: boolean;
  onTick: (yes: boolean) => void;
  label: string;
  problem?: string | undefined;
};
const Tick = ({ id, checked, onTick, label, problem }: TickProps) => (
  <div class="choice">
    <input
      type="checkbox"
      id={id}
      checked={checked}
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={problem}
      onChange={(event) => onTick(event.currentTarget.checked)}
    />
    <label for={id}>
      <span>{label}</span>
    </label>
  </div>
);
