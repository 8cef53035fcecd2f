import { lazily } from '../../ui/lazily.tsx';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import type { RequestFile } from '../data/agent-api.ts';
import { DeliveryPanel } from '../delivery/delivery-panel.tsx';
import { Viewer } from '../viewer/viewer.tsx';
import { History } from './history.tsx';
import type { Reload } from './request-desk.tsx';

/** Comes with the lot of people, once the request is there to be read. */
const RequestPerson = lazily(async () => (await import('../person-pages.ts')).RequestPerson);

/** Comes with the first request that is a report, with its map. */
const ReportPlace = lazily(async () => (await import('./report-place.tsx')).ReportPlace);

/** Everything the request is made of: who asks, the documents, the answers of the form, the journal. */
export function RequestFilePanel({ request, onReload }: { request: RequestFile; onReload: Reload }) {
  const { sender, answers, documents } = request;
  return (
    <div class="request-file">
      <section class="panel" aria-labelledby="sender-title">
        <h2 id="sender-title">{t.sender}</h2>
        <address>
          <strong>{sender.name ?? shell.unknownSender}</strong>
          {sender.email && <a href={`mailto:${sender.email}`}>{sender.email}</a>}
          {sender.phone && <a href={`tel:${sender.phone.replaceAll(/\s/g, '')}`}>{sender.phone}</a>}
          {sender.address && <span class="lines">{sender.address}</span>}
        </address>
        {!sender.email && !sender.address && <p class="field-error">{t.noContact}</p>}
        <RequestPerson reference={request.reference} sender={sender} onChanged={() => void onReload()} />
      </section>
      {request.procedure?.isReport && <ReportPlace request={request} onReload={onReload} />}
      <section class="panel" aria-labelledby="documents-title">
        <h2 id="documents-title">{t.documents}</h2>
        {documents.length === 0 ? (
          <p class="soft">{t.noDocuments}</p>
        ) : (
          <Viewer documents={documents} onReload={() => void onReload()} />
        )}
      </section>
      {answers.length > 0 && (
        <section class="panel" aria-labelledby="answers-title">
          <h2 id="answers-title" tabIndex={-1}>
            {t.answers}
          </h2>
          {bySteps(answers).map(([step, list]) => (
            <div key={step} class="answers">
              <h3>{step}</h3>
              <dl>
                {list.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd class="lines">{value || t.noAnswer}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </section>
      )}
      <DeliveryPanel
        reference={request.reference}
        version={request.version}
        onChanged={() => void onReload()}
      />
      <History request={request} />
    </div>
  );
}

type Answer = RequestFile['answers'][number];
function bySteps(answers: readonly Answer[]): [string, Answer[]][] {
  const steps = new Map<string, Answer[]>();
  for (const answer of answers) steps.set(answer.step, [...(steps.get(answer.step) ?? []), answer]);
  return [...steps];
}
