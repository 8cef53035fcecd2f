import { useEffect, useState } from 'preact/hooks';
import type { listSafe, SafeView, useSafeDocument } from '../../../functions/safe/safe-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import type { SentFile } from '../../ui/file-upload.tsx';
import { day } from '../../ui/messages/dates.ts';
import { kit } from '../../ui/messages/fr.ts';
import { fromSafe as t } from '../../ui/messages/track-safe-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { seemsSignedIn } from '../account/signed-in.ts';
import type { Access } from './reference.ts';

type Props = { code: string; access: Access; used: readonly SentFile[]; onUse: (file: SentFile) => void };
const mostShown = 6;

/** Documents of the safe that may answer, for whoever is signed in: one gesture, and nothing is looked for on a disk. */
export function FromSafe({ code, access, used, onUse }: Props) {
  const [documents, setDocuments] = useState<SafeView[]>([]);
  const [busy, setBusy] = useState<string>();
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (access.code && !seemsSignedIn()) return;
    call<typeof listSafe>('GET /api/citizen/safe', { query: {} }).then(
      (found) => setDocuments(found.documents),
      // Whoever is not signed in any more sends a file as anybody does.
      () => setDocuments([]),
    );
  }, []);
  const fitting = documents
    .filter(({ state, scan }) => state !== 'expired' && scan === 'clean')
    .toSorted((a, b) => Number(b.type === code) - Number(a.type === code))
    .slice(0, mostShown);
  if (fitting.length === 0) return null;
  const use = async ({ id, name }: SafeView) => {
    setBusy(id);
    setProblem(undefined);
    try {
      const file = await call<typeof useSafeDocument>('POST /api/citizen/safe/{id}/use', { params: { id } });
      onUse({ uploadId: file.uploadId, name: file.name, size: file.size });
      say(t.used(name));
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <section class="from-safe" aria-labelledby="from-safe">
      <h2 id="from-safe">{t.title}</h2>
      <ul class="attachments">
        {fitting.map((document) => (
          <li key={document.id}>
            <span>
              <strong>{document.name}</strong>
              <br />
              <span class="soft">
                {document.validUntil ? t.validUntil(day(document.validUntil)) : t.always}
              </span>
            </span>
            <Button
              look="secondary"
              busy={busy === document.id}
              about={document.name}
              onClick={() => void use(document)}
            >
              {t.use}
            </Button>
          </li>
        ))}
      </ul>
      {problem && (
        <Alert>
          <p class="field-error">{kit.problem(problem)}</p>
        </Alert>
      )}
      <Status>{used.length > 0 ? said : ''}</Status>
    </section>
  );
}
