import { useState } from 'preact/hooks';
import type { receipt, TrackedRequest } from '../../../functions/requests/public-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { AlertIcon, DownloadIcon, PrintIcon, RefreshIcon } from '../../ui/icons.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { tracked } from '../../ui/messages/track-instruction-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { DueLink } from '../payments/due-link.tsx';
import { saveBlob } from '../save-blob.ts';
import { AwaitedDocuments } from './awaited-documents.tsx';
import { Course, WorkSteps } from './course.tsx';
import { Deadlines } from './deadlines.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { DocumentList } from './document-list.tsx';
import { fetchRequest } from './fetch-request.ts';
import { Messages } from './messages-thread.tsx';
import { Belongs } from './own-choice.tsx';
import { ReceivedDocuments } from './received-documents.tsx';
import { type Access, headersOf } from './reference.ts';
import { requestAddress } from './request-address.ts';
import { StateCard } from './state-card.tsx';
import { Steps } from './steps.tsx';
import { goToPiece, leavePieces, type Piece } from './use-piece.ts';
import { WholeFile } from './whole-file.tsx';
import { Withdraw } from './withdraw.tsx';
import { WriteForm } from './write-form.tsx';

const PiecePage = lazily(() => import('./piece-page.tsx').then(({ PiecePage }) => PiecePage));
const Decision = lazily(() => import('./decision.tsx').then(({ Decision }) => Decision));
const Rating = lazily(() => import('./rating.tsx').then(({ Rating }) => Rating));

export type RequestBodyProps = {
  request: TrackedRequest;
  access: Access;
  piece: Piece | undefined;
  onRequest: (request: TrackedRequest) => void;
  /** Closes the file on this device; absent in the signed-in space. */
  onLeave?: () => void;
};

/** Where it stands, in plain words; what the person must do comes first. One awaited document at a time has the page. */
export function RequestBody({ request, access, piece, onRequest, onLeave }: RequestBodyProps) {
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  const { instruction, answer } = request;
  const known = { ...access, reference: request.reference };
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
  };
  const refresh = (sentence: string) =>
    attempt(async () => {
      onRequest(await fetchRequest(known));
      say(sentence);
    });
  const download = () =>
    attempt(async () => {
      const pdf = await call<typeof receipt>('GET /api/public/requests/{reference}/receipt', {
        params: { reference: request.reference },
        headers: headersOf(access),
      });
      saveBlob(pdf, `${request.reference}.pdf`);
    });
  const sent = async (missing: readonly string[]) => {
    const [next] = missing;
    if (next) goToPiece(next);
    else leavePieces();
    await refresh(next ? tracked.oneSent(missing.length) : tracked.sent);
  };
  if (piece)
    return (
      <>
        <Status>{said}</Status>
        <PiecePage
          key={piece.document.code}
          piece={piece}
          access={known}
          onSent={(missing) => void sent(missing)}
        />
      </>
    );
  return (
    <>
      <p class="soft">{track.receivedOn(request.receivedAt)}</p>
      {request.appealOf && (
        <p>
          {track.contests}{' '}
          <a href={requestAddress(request.appealOf, access)}>{track.kicker(request.appealOf)}</a>
        </p>
      )}
      {problem && (
        <Alert>
          <p class="field-error">{kit.problem(problem)}</p>
        </Alert>
      )}
      <Status>{said}</Status>
      <Course instruction={instruction} />
      {instruction.awaited && (
        <AwaitedDocuments awaited={instruction.awaited} received={instruction.received} />
      )}
      {!instruction.awaited && <ReceivedDocuments received={instruction.received} />}
      {request.yourTurn && !instruction.awaited && <YourTurn />}
      <DueLink reference={request.reference} code={access.code} />
      <div class="request-place">
        <div class="request-layout">
          <div>
            <StateCard request={request} />
            {answer && (
              <Decision
                request={request}
                answer={answer}
                access={known}
                onContested={() => void refresh(track.refreshed)}
              />
            )}
            {answer && (
              <Rating
                answer={answer}
                access={known}
                onRated={() => void refresh(track.rated)}
                onReopened={() => void refresh(track.reopened)}
              />
            )}
            <section>
              <h2>{track.timeline}</h2>
              <Steps request={request} />
            </section>
            <WorkSteps instruction={instruction} />
            <Messages request={request} access={known} />
            <WriteForm request={request} access={known} onSent={() => void refresh(track.sent)} />
            <DeliveryChoice access={known} />
          </div>
          <aside>
            <DocumentList request={request} access={known} />
            <Deadlines request={request} />
            {request.department && <DepartmentBlock department={request.department} />}
            <div class="side-actions no-print">
              <Button look="secondary" onClick={() => void refresh(track.refreshed)}>
                <RefreshIcon />
                {track.refresh}
              </Button>
              <Button look="secondary" onClick={() => void download()}>
                <DownloadIcon />
                {track.receipt}
              </Button>
              <WholeFile access={known} />
              <Button look="secondary" onClick={() => print()}>
                <PrintIcon />
                {portal.print}
              </Button>
              {instruction.mayWithdraw && (
                <Withdraw access={known} onDone={() => void refresh(tracked.withdrawn)} />
              )}
              <Belongs request={request} access={known} onAdded={() => void refresh(track.added)} />
              {onLeave && (
                <Button look="quiet" onClick={onLeave}>
                  {track.leave}
                </Button>
              )}
            </div>
          </aside>
        </div>
      </div>
    </>
  );
}

const YourTurn = () => (
  <section class="your-turn">
    <AlertIcon />
    <div>
      <h2>{track.yourTurn}</h2>
      <p>{track.yourTurnText}</p>
      <LinkButton href="#ecrire">{track.yourTurnAction}</LinkButton>
    </div>
  </section>
);

const DepartmentBlock = ({ department }: { department: NonNullable<TrackedRequest['department']> }) => (
  <section>
    <h2>{track.contact}</h2>
    <p>
      <strong>{department.name}</strong>
      <br />
      <a href={`tel:${department.phone.replace(/\s/g, '')}`}>{department.phone}</a>
      <br />
      <a href={`mailto:${department.email}`}>{department.email}</a>
    </p>
  </section>
);
