import { useState } from 'preact/hooks';
import type { receipt, TrackedRequest } from '../../../functions/requests/public-api.ts';
import type { Site } from '../../site.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { AlertIcon, CalendarIcon, DownloadIcon, PrintIcon, RefreshIcon, UsersIcon } from '../../ui/icons.tsx';
import { calendarDay, daysBetween, weekday } from '../../ui/messages/dates.ts';
import { kit } from '../../ui/messages/fr.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { track } from '../../ui/messages/track-fr.ts';
import { tracked } from '../../ui/messages/track-instruction-fr.ts';
import { Page } from '../../ui/page.tsx';
import { Alert, Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { saveBlob } from '../save-blob.ts';
import { AwaitedDocuments } from './awaited-documents.tsx';
import { Course, WorkSteps } from './course.tsx';
import { Deadlines } from './deadlines.tsx';
import { DeliveryChoice } from './delivery-choice.tsx';
import { DocumentList } from './document-list.tsx';
import { Messages } from './messages-thread.tsx';
import { ReceivedDocuments } from './received-documents.tsx';
import type { Access } from './reference.ts';
import { Steps } from './steps.tsx';
import { fetchRequest } from './track-app.tsx';
import { Withdraw } from './withdraw.tsx';
import { WriteForm } from './write-form.tsx';

type RequestViewProps = {
  site: Site;
  request: TrackedRequest;
  access: Access;
  onRequest: (request: TrackedRequest) => void;
  onLeave: () => void;
};
const over = new Set(['closed', 'withdrawn', 'delivered', 'transferred']);

/** Where it stands, in plain words; what the person must do comes first. */
export function RequestView({ site, request, access, onRequest, onLeave }: RequestViewProps) {
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string>();
  const { instruction } = request;
  const state = track.state(request.state);
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
        headers: { 'x-tracking-code': access.code },
      });
      saveBlob(pdf, `${request.reference}.pdf`);
    });
  return (
    <Page
      title={request.subject}
      context={request.reference}
      site={site.name}
      wide
      kicker={track.kicker(request.reference)}
    >
      <p class="soft">{track.receivedOn(request.receivedAt)}</p>
      {problem && (
        <Alert>
          <p class="field-error">{kit.problem(problem)}</p>
        </Alert>
      )}
      <Course instruction={instruction} />
      {instruction.awaited && (
        <AwaitedDocuments
          key={instruction.awaited.askId}
          awaited={instruction.awaited}
          received={instruction.received}
          access={known}
          onSent={() => void refresh(tracked.sent)}
        />
      )}
      {!instruction.awaited && <ReceivedDocuments received={instruction.received} />}
      {request.yourTurn && !instruction.awaited && (
        <section class="your-turn">
          <AlertIcon />
          <div>
            <h2>{track.yourTurn}</h2>
            <p>{track.yourTurnText}</p>
            <LinkButton href="#ecrire">{track.yourTurnAction}</LinkButton>
          </div>
        </section>
      )}
      <div class="request-layout">
        <div>
          <section class="state-card">
            <Tag kind={over.has(request.state) ? 'success' : 'brand'}>{state.title}</Tag>
            <p class="state-words">{state.text}</p>
            <Facts request={request} />
          </section>
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
            <Button look="secondary" onClick={() => print()}>
              <PrintIcon />
              {portal.print}
            </Button>
            {instruction.mayWithdraw && (
              <Withdraw access={known} onDone={() => void refresh(tracked.withdrawn)} />
            )}
            <Button look="quiet" onClick={onLeave}>
              {track.leave}
            </Button>
          </div>
          <Status>{said}</Status>
        </aside>
      </div>
    </Page>
  );
}

function Facts({ request }: { request: TrackedRequest }) {
  const { promisedOn, department, now, state } = request;
  const late = promisedOn !== null && !over.has(state) && daysBetween(now, promisedOn) < 0;
  return (
    <dl class="state-facts">
      {promisedOn && !over.has(state) && (
        <div>
          <dt>
            <CalendarIcon />
            {track.promised}
          </dt>
          <dd>
            <strong>
              <time dateTime={calendarDay(promisedOn)}>{weekday(promisedOn)}</time>
            </strong>{' '}
            <span class="soft">({track.promisedRelative(promisedOn, now)})</span>
            {late && <p class="hint">{track.late}</p>}
          </dd>
        </div>
      )}
      <div>
        <dt>
          <UsersIcon />
          {track.whoActs}
        </dt>
        <dd>{department ? track.department(department.name) : track.noDepartment}</dd>
      </div>
    </dl>
  );
}

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
