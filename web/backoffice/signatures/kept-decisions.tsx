import { Button } from '../../ui/button.tsx';
import { offline as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { kit } from '../../ui/messages/fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { base } from '../routes.ts';
import { letterAddress } from './book-api.ts';
import type { Decision } from './device.ts';
import { drop } from './waiting-decisions.ts';

/** Decisions of this device that wait for the network, and those that came too late. */
export function KeptDecisions({ decisions }: { decisions: readonly Decision[] }) {
  const waiting = decisions.filter(({ refused }) => refused === null);
  const refused = decisions.filter((one) => one.refused !== null);
  return (
    <>
      {waiting.length > 0 && (
        <Notice kind="info">
          <p>{t.queued(waiting.length)}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <div role="alert">
          <Notice kind="warning" title={t.conflicts} level={2}>
            <p>{t.conflictText}</p>
            <ul class="book-conflicts">
              {refused.map((one) => (
                <li key={one.id}>
                  <a href={letterAddress(base, one)}>{one.subject}</a>
                  <span>{kit.problem(one.refused ?? '')}</span>
                  <Button look="quiet" about={one.subject} onClick={() => void drop(one.id)}>
                    {t.forget}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </>
  );
}
