import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { showPhone } from '../../../functions/procedures/formats.ts';
import { Button } from '../../ui/button.tsx';
import { sms } from '../../ui/messages/backoffice-sms-fr.ts';
import { suppressions } from '../../ui/messages/backoffice-suppressions-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { LiftDialog } from './lift-dialog.tsx';
import { type OptOuts as Page, suppressionsApi } from './suppressions-api.ts';

const t = sms.optOuts;
type OptOut = Page['optOuts'][number];

/** Numbers whose owners answered STOP: each may be taken back, with a reason. */
export function OptOuts() {
  const [after, setAfter] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const page = useQuery({
    queryKey: ['sms-opt-outs', after],
    queryFn: () => suppressionsApi.optOuts(after),
    placeholderData: keepPreviousData,
  });
  const { data } = page;
  return (
    <section aria-labelledby="opt-outs-title">
      <h2 id="opt-outs-title">{t.title}</h2>
      <p>{t.intro}</p>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={3} />}
      {data?.optOuts.length === 0 && <p class="soft">{t.empty}</p>}
      {data && data.optOuts.length > 0 && (
        <ul class="contact-cards">
          {data.optOuts.map((one) => (
            <OneNumber key={one.number} one={one} onLift={() => setChosen(one.number)} />
          ))}
        </ul>
      )}
      {data?.next && (
        <Button look="secondary" onClick={() => setAfter(data.next ?? undefined)}>
          {t.more}
        </Button>
      )}
      <LiftDialog
        key={chosen ?? ''}
        id="lift-number"
        address={chosen}
        words={sms.lift}
        lift={suppressionsApi.liftOptOut}
        onClose={() => setChosen(null)}
        onDone={() => {
          setChosen(null);
          void page.refetch();
        }}
      />
    </section>
  );
}

function OneNumber({ one, onLift }: { one: OptOut; onLift(): void }) {
  const { number, at, lifted } = one;
  const shown = showPhone(number);
  const who = (by: string) => (by === 'citizen' ? t.citizen : by.replace('agent:', ''));
  return (
    <li class="row card">
      <p class="subject">{shown}</p>
      <p class="sender">{t.byText}</p>
      <p>{t.since(day(at))}</p>
      {lifted ? (
        <p class="soft">{t.lifted(who(lifted.by), day(lifted.at), lifted.reason)}</p>
      ) : (
        <div class="card-action">
          <Button look="secondary" about={shown} onClick={onLift}>
            {suppressions.lift}
          </Button>
        </div>
      )}
    </li>
  );
}
