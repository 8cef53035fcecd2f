import { useQuery } from '@tanstack/react-query';
import { register as t } from '../../ui/messages/backoffice-retention-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { AgentPage } from '../shell/agent-page.tsx';
import { registerFile, retentionApi } from './retention-api.ts';

/** The register of processing, as the procedures and the configuration say it today. */
export default function RegisterPage() {
  const page = useQuery({ queryKey: ['register'], queryFn: retentionApi.register });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Skeleton lines={8} />}
      {data && (
        <>
          <p>
            {data.controller}
            <br />
            {data.officer}
            <br />
            {t.transfers(data.transfers)}
            <br />
            {t.security(data.security)}
          </p>
          <p>
            <a class="button secondary" href={registerFile} download>
              {t.download}
            </a>
          </p>
          <p>
            <strong>{t.count(data.lines.length)}</strong>
          </p>
          <ul class="kept-list">
            {data.lines.map((line) => (
              <li key={line.id} class="card kept-card">
                <h2 class="subject">{line.title}</h2>
                <dl class="kept-terms">
                  {Object.entries(t.terms).map(([name, label]) => (
                    <div key={name}>
                      <dt>{label}</dt>
                      <dd>{line[name as keyof typeof t.terms]}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </>
      )}
    </AgentPage>
  );
}
