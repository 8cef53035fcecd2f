import { useEffect, useState } from 'preact/hooks';
import type { removePasskey, Security } from '../../../functions/accounts/security-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { security as t } from '../../ui/messages/account-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { canPasskey, makePasskey } from './passkey.ts';
import { signInAgainAddress } from './signed-in.ts';

type Props = { keys: Security['passkeys']; onChanged: (words: string) => void };
const box = 'nom-cle';

/** Passkeys: added with a name, removed at once with what they opened. */
export function Passkeys({ keys, onChanged }: Props) {
  const [adding, setAdding] = useState(false);
  const [able, setAble] = useState(true);
  const [name, setName] = useState(t.firstPasskey);
  const [missing, setMissing] = useState(false);
  const [failed, setFailed] = useState<'fresh' | 'failed'>();
  useEffect(() => setAble(canPasskey()), []);
  useEffect(() => {
    if (adding) document.getElementById(box)?.focus();
  }, [adding]);
  const add = async (event: Event) => {
    event.preventDefault();
    setMissing(!name.trim());
    setFailed(undefined);
    if (!name.trim()) return;
    try {
      await makePasskey(name.trim());
      setAdding(false);
      onChanged(t.added);
    } catch (error) {
      setFailed(error instanceof ApiProblem && error.code === 'fresh-sign-in-needed' ? 'fresh' : 'failed');
    }
  };
  const remove = async (id: string) => {
    await call<typeof removePasskey>('DELETE /api/citizen/passkeys/{id}', { params: { id } }).then(
      () => onChanged(t.removed),
      () => setFailed('failed'),
    );
  };
  return (
    <section aria-labelledby="cles">
      <h2 id="cles">{t.passkeys}</h2>
      <p>{t.passkeysText}</p>
      {keys.length === 0 && <p class="hint">{t.noPasskey}</p>}
      <ul class="rows-plain">
        {keys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p>{t.passkeyFacts(createdAt, lastUsedAt)}</p>
            <Button look="secondary" about={name} onClick={() => void remove(id)}>
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
      {failed && (
        <Alert>
          <Notice kind="warning" title={failed === 'fresh' ? t.fresh : t.addFailed}>
            {failed === 'fresh' && <a href={signInAgainAddress()}>{t.again}</a>}
          </Notice>
        </Alert>
      )}
      {!able && <p class="hint">{t.unsupported}</p>}
      {able && !adding && (
        <Button look="secondary" onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      )}
      {adding && (
        <form noValidate onSubmit={(event) => void add(event)} class="step-form">
          <TextField
            id={box}
            label={t.passkeyName}
            hint={t.passkeyNameHint}
            error={missing ? t.passkeyNameMissing : undefined}
            value={name}
            onChange={setName}
            autocomplete="off"
            width="medium"
          />
          <div class="buttons">
            <Button type="submit">{t.confirmAdd}</Button>
            <Button look="quiet" onClick={() => setAdding(false)}>
              {t.cancel}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
