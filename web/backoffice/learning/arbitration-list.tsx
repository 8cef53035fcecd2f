import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { ArbitrationDialog } from './arbitration-dialog.tsx';
import type { Arbitration } from './learning-api.ts';

/** Requests that no department keeps: the quality unit says whose they are. */
export function ArbitrationList({ waiting }: { waiting: Arbitration[] }) {
  const { departmentName } = useSignedIn();
  const [chosen, setChosen] = useState<Arbitration | null>(null);
  return (
    <section class="panel arbitrations" aria-labelledby="arbitrations">
      <h2 id="arbitrations">{t.waitingTitle(waiting.length)}</h2>
      <p>{t.waitingText}</p>
      <ul>
        {waiting.map((one) => (
          <li key={one.reference}>
            <div>
              <p class="arbitration-subject">
                {one.mayDecide ? (
                  <a href={`${base}/demandes/${one.reference}`}>{one.subject || one.reference}</a>
                ) : (
                  t.reserved
                )}
              </p>
              <p class="soft">
                {one.reference} · {t.moved(one.moves, one.since)} · {t.heldBy(departmentName(one.department))}
              </p>
            </div>
            {one.mayDecide && (
              <Button about={one.reference} onClick={() => setChosen(one)}>
                {t.arbitrate}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {chosen && <ArbitrationDialog request={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
