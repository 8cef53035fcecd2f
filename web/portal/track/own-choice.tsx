import { useEffect, useState } from 'preact/hooks';
import type { addOwnRequest, removeOwnRequest } from '../../../functions/follow/citizen-api.ts';
import type { TrackedRequest } from '../../../functions/requests/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { requests as t } from '../../ui/messages/requests-fr.ts';
import { Alert } from '../../ui/status.tsx';
import { seemsSignedIn } from '../account/signed-in.ts';
import { addresses } from '../frame.tsx';
import type { Access } from './reference.ts';

type Props = { request: TrackedRequest; access: Access; onAdded: () => void };

/** Whoever is signed in keeps it among their own, or takes it out. */
export function Belongs({ request, access, onAdded }: Props) {
  const [signedIn, setSignedIn] = useState(false);
  useEffect(() => setSignedIn(seemsSignedIn()), []);
  if (!access.code) return <TakeOut request={request} />;
  return signedIn && !request.isFollowed ? <PutIn access={access} onAdded={onAdded} /> : null;
}

const codeOf = (error: unknown): string => (error instanceof ApiProblem ? error.code : 'unexpected');

function PutIn({ access, onAdded }: Omit<Props, 'request'>) {
  const [problem, setProblem] = useState<string>();
  const add = () =>
    call<typeof addOwnRequest>('POST /api/citizen/requests', {
      body: { reference: access.reference, trackingCode: access.code ?? '' },
    }).then(onAdded, (error) => setProblem(codeOf(error)));
  return (
    <>
      <Button look="secondary" onClick={() => void add()}>
        {t.keep}
      </Button>
      {problem && (
        <Alert>
          <p class="field-error">{kit.problem(problem)}</p>
        </Alert>
      )}
    </>
  );
}

function TakeOut({ request }: Pick<Props, 'request'>) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const remove = () =>
    call<typeof removeOwnRequest>('DELETE /api/citizen/requests/{reference}', {
      params: { reference: request.reference },
    }).then(
      () => location.assign(addresses.requests),
      (error) => setProblem(codeOf(error)),
    );
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t.takeOut}
      </Button>
      <Dialog id="retirer" open={open} title={t.takeOutTitle} onClose={() => setOpen(false)}>
        <p>{t.takeOutText}</p>
        {problem && (
          <Alert>
            <p class="field-error">{kit.problem(problem)}</p>
          </Alert>
        )}
        <div class="buttons">
          <Button look="danger" onClick={() => void remove()}>
            {t.takeOutGo}
          </Button>
          <Button look="secondary" onClick={() => setOpen(false)}>
            {t.keepIt}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
