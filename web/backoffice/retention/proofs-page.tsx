import { useQuery } from '@tanstack/react-query';
import { proofs as t } from '../../ui/messages/backoffice-retention-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { type Proofs, retentionApi } from './retention-api.ts';

type Proof = Proofs['entries'][number];
type Found = Proof['found'][number];

/** What the nightly proofs found, with the remedy of each thing that does not add up. */
export default function ProofsPage() {
  const page = useQuery({ queryKey: ['proofs'], queryFn: retentionApi.proofs });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={6} />}
      {data && (
        <>
          <Kind title={t.entries} proofs={data.entries} show={(one) => <LostEntry found={one} />} />
          <Kind title={t.journal} proofs={data.journal} show={(one) => <Broken found={one} />} />
        </>
      )}
    </AgentPage>
  );
}

type KindProps = { title: string; proofs: Proof[]; show(found: Found): preact.JSX.Element };
function Kind({ title, proofs, show }: KindProps) {
  const [last, ...earlier] = proofs;
  return (
    <section>
      <h2>{title}</h2>
      {!last && <p>{t.none}</p>}
      {last && (
        <Notice kind={last.count > 0 ? 'danger' : 'success'}>
          <p>{t.last(last.at, last.checked, last.count)}</p>
          {!last.isWhole && <p>{t.partial}</p>}
        </Notice>
      )}
      {last && last.found.length > 0 && (
        <ul class="kept-list">
          {last.found.map((found) => (
            <li key={`${found.key} ${found.reference} ${found.index}`} class="card kept-card">
              {show(found)}
            </li>
          ))}
        </ul>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t.earlier}</summary>
          <ul>
            {earlier.map(({ at, checked, count }) => (
              <li key={at}>{t.last(at, checked, count)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const Reference = ({ reference }: Pick<Found, 'reference'>) =>
  reference ? <a href={`${base}/demandes/${reference}`}>{reference}</a> : null;

function LostEntry({ found }: { found: Found }) {
  const { what, remedy } = t.lost(found.why);
  return (
    <>
      <p>
        <strong>{what}</strong> <Reference reference={found.reference} />
      </p>
      <p class="soft">
        <code>{found.key}</code> {found.at && `${t.of} ${dayAndTime(found.at)}`}
      </p>
      <p>
        <strong>{t.remedy}</strong> {remedy}
      </p>
    </>
  );
}

function Broken({ found }: { found: Found }) {
  return (
    <>
      <p>
        <Reference reference={found.reference} /> <strong>{t.broken(found.index ?? 0, found.why)}</strong>
      </p>
      <p>
        <strong>{t.remedy}</strong> {t.brokenRemedy}
      </p>
    </>
  );
}
