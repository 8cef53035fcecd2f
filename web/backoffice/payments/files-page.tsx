import { payments, paymentFiles as t } from '../../ui/messages/backoffice-payments-fr.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { ImportFile } from './import-file.tsx';
import { paymentsApi } from './payments-api.ts';
import { Treasury } from './treasury.tsx';

/** Invoices and meals that come in, receipts that go to the treasury and come back compared. */
export default function FilesPage() {
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <p>
        <a href={`${base}/paiements`}>{payments.back}</a>
      </p>
      <div class="pay-files">
        <ImportFile id="factures" words={t.invoices} send={paymentsApi.invoices} />
        <ImportFile id="repas" words={t.meals} send={paymentsApi.meals} />
      </div>
      <Treasury />
    </AgentPage>
  );
}
