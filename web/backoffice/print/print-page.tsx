import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { MandateLetters } from '../mandates/mandate-letters.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { PrintBatches } from './print-batches.tsx';
import { ReturnedForm } from './returned-form.tsx';
import { WaitingLetters } from './waiting-letters.tsx';

const mailroom = ['scanning', 'administrator'] as const;

/** The print room: batches for who prints for everybody, letters that wait, letters that come back. */
export default function PrintPage() {
  const { me } = useSignedIn();
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div class="batches-layout">
        <div>
          {mailroom.some((role) => me.roles.includes(role)) && <PrintBatches />}
          <WaitingLetters />
          <MandateLetters />
        </div>
        <aside class="batches-aside" aria-label={t.returned}>
          <ReturnedForm />
        </aside>
      </div>
    </AgentPage>
  );
}
