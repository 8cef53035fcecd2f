import { useEffect, useState } from 'preact/hooks';
import { request as t } from '../../ui/messages/backoffice-request-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { Tabs } from '../../ui/tabs.tsx';
import type { RequestFile } from '../data/agent-api.ts';
import { useWide } from '../data/outcome.tsx';
import { InstructionPanel } from '../instruction/instruction-panel.tsx';
import { ArbitrationBanner } from '../learning/arbitration-banner.tsx';
import { RequestPayments } from '../payments/request-payments.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { WaveOfRequest } from '../similar/wave-line.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Notes } from './notes.tsx';
import { RequestFilePanel } from './request-file.tsx';
import { RequestHeader } from './request-header.tsx';
import type { Change } from './what-changed.ts';
import { whatChanged } from './what-changed.ts';

export type Reload = () => Promise<RequestFile | undefined>;

/** Exchanges on one side, the file on the other; two tabs where they do not fit. */
export function RequestDesk({ request, onReload }: { request: RequestFile; onReload: Reload }) {
  const [assigning, setAssigning] = useState(false);
  const [tab, setTab] = useState('exchange');
  const [asked, setAsked] = useState(0);
  const [changes, setChanges] = useState<Change[] | null>(null);
  const wide = useWide(64);
  /** After a refusal for an old version: reads again and says what a colleague did; what was typed stays. */
  const meetConflict = async () => {
    const now = await onReload();
    if (now) setChanges(whatChanged(request, now));
    setTab('exchange');
  };
  const showAnswers = () => {
    setTab('file');
    setAsked((count) => count + 1);
  };
  useEffect(() => {
    if (asked) document.getElementById('answers-title')?.focus();
  }, [asked]);
  const exchange = (
    <div class="exchange">
      <InstructionPanel request={request} onReload={onReload} onConflict={meetConflict} />
      <Conversation request={request} onAnswers={showAnswers} />
      {changes && <ChangedNotice changes={changes} onSeen={() => setChanges(null)} />}
      <Composer request={request} onReload={onReload} onConflict={meetConflict} />
      <Notes request={request} onReload={onReload} />
    </div>
  );
  const file = <RequestFilePanel request={request} onReload={onReload} />;
  return (
    <AgentPage
      title={request.subject || shell.untitled}
      context={request.reference}
      kicker={<span class="reference">{request.reference}</span>}
    >
      <RequestHeader request={request} onAssign={() => setAssigning(true)} />
      <ArbitrationBanner request={request} />
      <WaveOfRequest reference={request.reference} />
      <RequestPayments reference={request.reference} />
      {wide ? (
        <div class="desk request">
          {exchange}
          {file}
        </div>
      ) : (
        <Tabs
          id="request"
          label={t.tabs}
          current={tab}
          onChange={setTab}
          tabs={[
            { id: 'exchange', label: t.exchange, panel: () => exchange },
            { id: 'file', label: t.file, panel: () => file },
          ]}
        />
      )}
      {request.may.assign && (
        <AssignDialog
          request={request}
          open={assigning}
          onClose={() => setAssigning(false)}
          onReload={onReload}
          onConflict={meetConflict}
        />
      )}
    </AgentPage>
  );
}
