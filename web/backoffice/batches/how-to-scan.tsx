import { batches as t } from '../../ui/messages/backoffice-batches-fr.ts';

export const HowToScan = () => (
  <section class="panel">
    <h2>{t.howTo}</h2>
    <ol class="how-to">
      {t.howToSteps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  </section>
);
