import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { LetterBar } from './letter-bar.tsx';
import { LetterCircuit } from './letter-circuit.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import { LetterSummary } from './letter-summary.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { SealedPanel } from './sealed-panel.tsx';
import { useActs } from './use-acts.ts';
import { type Opened, useLetter } from './use-letter.ts';
import { useDecisions } from './waiting-decisions.ts';

/** A letter to approve: its pages on one side, the request and the circuit on the other, the gestures under the thumb. */
export default function LetterPage({ params }: { params: Record<string, string> }) {
  const { reference = '', letterId = '' } = params;
  const { opened, error, isPending, refetch } = useLetter({ reference, letterId });
  const title = opened?.letter.subject ?? t.one;
  return (
    <AgentPage
      title={title}
      context={reference}
      kicker={
        <>
          <a href={`${base}/parapheur`}>{t.backToBook}</a> <span class="reference">{reference}</span>
        </>
      }
    >
      {isPending && <Skeleton lines={12} />}
      {!opened && error && <ErrorBox error={error} onRetry={() => void refetch()} />}
      {opened && <Desk key={letterId} opened={opened} />}
    </AgentPage>
  );
}

function Desk({ opened }: { opened: Opened }) {
  const { letter, keptAt } = opened;
  const acts = useActs(letter);
  const decision = useDecisions().find(({ letterId }) => letterId === letter.letterId);
  const waiting = letter.circuit.find(({ number }) => letter.may.approve.includes(number));
  const isStuck = letter.may.return && !waiting;
  return (
    <>
      <p class="book-tags">
        <Tag kind={letter.state === 'sealed' ? 'success' : 'brand'}>
          {waiting ? t.kinds[waiting.kind] : t.states[letter.state]}
        </Tag>
        <Tag kind={letter.outcome === 'refused' ? 'warning' : 'neutral'}>{t.outcomes[letter.outcome]}</Tag>
        {letter.urgency === 'high' && <Tag kind="danger">{t.urgent}</Tag>}
        <span class="soft">{t.by(letter.submittedBy.name)}</span>
        {letter.state === 'circulating' && <span class="soft">{t.due(letter.due)}</span>}
      </p>
      {keptAt && <OfflineNotice at={keptAt} />}
      {isStuck && (
        <Notice kind="warning">
          <p>{t.noDelegation}</p>
        </Notice>
      )}
      {acts.failure !== undefined && (
        <div role="alert">
          <Notice kind="danger">
            <p>{sentenceOf(acts.failure)}</p>
          </Notice>
        </div>
      )}
      <div class="book-desk">
        <LetterSheet {...opened} />
        <div class="book-side">
          <LetterSummary letter={letter} />
          <LetterCircuit letter={letter} />
          <SealedPanel letter={letter} />
        </div>
      </div>
      {!decision && <LetterBar letter={letter} acts={acts} />}
    </>
  );
}
