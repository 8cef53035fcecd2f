import { useState } from 'preact/hooks';
import { ApiProblem } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import { Status } from '../../ui/status.tsx';
import { reportsApi } from './reports-api.ts';

const looksLikeMail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** One address, for the news of one report. It may stand within another form: it sends nothing by Enter alone. */
export function FollowForm({ id, label, about }: { id: string; label: string; about?: string }) {
  const [isOpen, setOpen] = useState(false);
  const [email, setEmail] = useState('');
  const [error, setError] = useState<string>();
  const [done, setDone] = useState('');
  const [isBusy, setBusy] = useState(false);
  const field = `suivre-${id}`;
  const follow = async () => {
    if (!looksLikeMail(email.trim())) {
      setError(t.follow.wrong);
      return document.getElementById(field)?.focus();
    }
    setBusy(true);
    setError(undefined);
    try {
      const { followers } = await reportsApi.follow(id, email.trim());
      setDone(t.follow.done(followers));
      setOpen(false);
    } catch (problem) {
      setError(kit.problem(problem instanceof ApiProblem ? problem.code : 'unexpected'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="follow">
      <Status>{done}</Status>
      {!done && !isOpen && (
        <Button look="secondary" onClick={() => setOpen(true)} about={about}>
          {label}
        </Button>
      )}
      {isOpen && !done && (
        <>
          <TextField
            id={field}
            label={t.follow.email}
            type="email"
            autocomplete="email"
            error={error}
            value={email}
            onChange={setEmail}
          />
          <Button busy={isBusy} onClick={() => void follow()}>
            {t.follow.button}
          </Button>
        </>
      )}
    </div>
  );
}
