import { useEffect, useState } from 'preact/hooks';
import type * as sharingApi from '../../../functions/households/sharing-api.ts';
import { readDate } from '../../../functions/procedures/formats.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { sharing } from '../../ui/messages/sharing-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { readable } from '../../ui/readable.ts';
import { Alert } from '../../ui/status.tsx';

const kept = 'parvis-invitation';
const mark = '#invitation=';
const t = sharing.received;

/** The secret of the link, out of the address at once; it waits in the session while whoever opened it signs in. */
export function takeInvitation(): string | undefined {
  if (location.hash.startsWith(mark)) {
    sessionStorage.setItem(kept, readable(location.hash.slice(mark.length)));
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(kept) ?? undefined;
}
export const forgetInvitation = () => sessionStorage.removeItem(kept);
export const invitationLink = (secret: string): string =>
  `${location.origin}${location.pathname}${mark}${encodeURIComponent(secret)}`;

type Known = { from: string; isOwn: boolean } | { problem: string };
type ReceivedProps = { secret: string; onDone: (accepted: boolean) => void };

/** An invitation to keep a child together: accepted by whoever knows its day of birth. */
export function ReceivedInvitation({ secret, onDone }: ReceivedProps) {
  const [known, setKnown] = useState<Known>();
  const [birth, setBirth] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    call<typeof sharingApi.readInvitation>('POST /api/citizen/household/invitations/read', {
      body: { secret },
    })
      .then(setKnown)
      .catch((problem) => setKnown({ problem: problem instanceof ApiProblem ? problem.code : 'unexpected' }));
  }, [secret]);

  const accept = async () => {
    const day = readDate(birth);
    if (!day) return setError(t.missing);
    setBusy(true);
    try {
      await call<typeof sharingApi.acceptInvitation>('POST /api/citizen/household/invitations', {
        body: { secret, birth: day },
      });
      onDone(true);
    } catch (problem) {
      const code = problem instanceof ApiProblem ? problem.code : 'unexpected';
      const sentences: Record<string, string> = {
        'wrong-tracking-code': t.wrong,
        'too-many-requests': t.tooMany,
      };
      setError(sentences[code] ?? kit.problem(code));
    }
    setBusy(false);
  };
  const leave = (
    <Button look="quiet" onClick={() => onDone(false)}>
      {t.later}
    </Button>
  );
  if (!known) return null;
  if ('problem' in known)
    return (
      <Alert>
        <Notice kind="warning" title={t.title}>
          <p>{known.problem === 'wrong-tracking-code' ? t.gone : kit.problem(known.problem)}</p>
          {leave}
        </Notice>
      </Alert>
    );
  return (
    <section class="received" aria-labelledby="received-title">
      <h2 id="received-title">{t.title}</h2>
      <p>{known.isOwn ? t.own : t.text(known.from)}</p>
      {!known.isOwn && (
        <DateField
          {...{ id: 'child-birth', label: t.birth, hint: t.birthHint, value: birth, error }}
          onChange={setBirth}
        />
      )}
      {/* Spoken when it appears; the field shows the same. */}
      <p role="alert" class="visually-hidden">
        {error}
      </p>
      <div class="household-actions">
        {!known.isOwn && (
          <Button busy={busy} onClick={() => void accept()}>
            {t.accept}
          </Button>
        )}
        {leave}
      </div>
    </section>
  );
}
