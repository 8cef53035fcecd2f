import { useEffect, useState } from 'preact/hooks';
import type { listReadings, Reading } from '../../../functions/privacy/citizen-api.ts';
import { ApiProblem, call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { kit } from '../../ui/messages/fr.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { privacy } from '../../ui/messages/privacy-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Alert } from '../../ui/status.tsx';
import { addresses } from '../frame.tsx';

const t = privacy.readings;

/** Who looked, the last first, a page at a time. */
export function Readings() {
  const [readings, setReadings] = useState<Reading[]>();
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const load = async (before?: string) => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      const page = await call<typeof listReadings>('GET /api/citizen/privacy/readings', {
        query: before ? { before } : {},
      });
      setReadings((known) => [...(before ? (known ?? []) : []), ...page.readings]);
      setNext(page.next);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.code : 'unexpected');
    }
    setIsBusy(false);
  };
  useEffect(() => void load(), []);
  return (
    <section aria-labelledby="consultations">
      <h2 id="consultations">{t.title}</h2>
      <p>{t.text}</p>
      {problem && (
        <Alert>
          <Notice kind="danger" title={kit.problem(problem)} />
        </Alert>
      )}
      {!readings && !problem && <Skeleton lines={3} />}
      {readings?.length === 0 && <p class="hint">{t.none}</p>}
      {readings && readings.length > 0 && (
        <ol class="data-readings">
          {readings.map(({ at, by, reason, reference }) => (
            <li key={`${at}${reason}${reference}`}>
              <time dateTime={at}>{t.when(at)}</time>
              <span>
                <span lang={by.title ? language.content : undefined}>{t.line(by.title, by.department)}</span>,{' '}
                {t.why(reason)}
                {reference && (
                  <>
                    {' '}
                    (<a href={`${addresses.requests}/${reference}`}>{t.about(reference)}</a>)
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {next && (
        <Button look="secondary" busy={isBusy} onClick={() => void load(next)}>
          {t.more}
        </Button>
      )}
    </section>
  );
}
