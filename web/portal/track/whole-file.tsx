import { useState } from 'preact/hooks';
import type { takeFile } from '../../../functions/follow/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { size } from '../../ui/messages/numbers.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { saveFrom } from '../save-blob.ts';
import { type Access, headersOf } from './reference.ts';

/** Everything of the request in one archive, made when it is asked for. */
export function WholeFile({ access }: { access: Access }) {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = async () => {
    setBusy(true);
    setProblem(undefined);
    say(track.filePreparing);
    try {
      const file = await call<typeof takeFile>(
        'POST /api/public/requests/{reference}/file',
        { params: { reference: access.reference }, headers: headersOf(access) },
        { patience: 40_000 },
      );
      saveFrom(file.url, `dossier-${access.reference}.zip`);
      say(track.fileReady(size(file.size), file.missing.length));
    } catch (error) {
      say('');
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button look="secondary" busy={busy} onClick={() => void take()}>
        <DownloadIcon />
        {track.file}
      </Button>
      <Status>{said}</Status>
      {problem && (
        <Alert>
          <p class="field-error">{kit.problem(problem)}</p>
        </Alert>
      )}
    </>
  );
}
