import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { distribution as t } from '../../ui/messages/backoffice-distribution-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Alert, toast } from '../../ui/status.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { queries, useProcedures } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { addressOf, ledBy, readAddress } from './address.ts';
import { type Distribution, distributionApi, type Work, type Worker } from './distribution-api.ts';
import { Pressing } from './load-bar.tsx';
import type { Names } from './rule-words.ts';
import { RulesPanel } from './rules-panel.tsx';
import { SharedList } from './shared-list.tsx';
import { WorkForm } from './work-form.tsx';
import { WorkerRow } from './worker-row.tsx';

/** Heads, who are given what rules name them for, come after those whose work it is. */
const inOrder = (agents: readonly Worker[]): Worker[] => [
  ...agents.filter(({ instructs }) => instructs),
  ...agents.filter(({ instructs }) => !instructs),
];

/** Who of a department has how much, what nobody has, and the rules by which the next requests are given. */
export default function DistributionPage() {
  const session = useSignedIn();
  const shown = readAddress(useSearch());
  const led = ledBy(session);
  const department = led.find(({ code }) => code === shown.department)?.code ?? led[0]?.code ?? null;
  const page = useQuery({
    queryKey: ['distribution', department],
    queryFn: () => distributionApi.read(department ?? ''),
    enabled: department !== null,
    placeholderData: keepPreviousData,
  });
  const { data } = page;
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      {led.length > 1 && (
        <div class="distribution-choice">
          <Select
            id="distribution-department"
            label={t.department}
            empty={null}
            value={department ?? ''}
            options={led.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => navigate(addressOf(code))}
          />
        </div>
      )}
      {page.error && <ErrorBox error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && department && <Skeleton lines={8} />}
      {data && data.department === department && <Department key={department} data={data} shown={shown} />}
    </AgentPage>
  );
}

function Department({ data, shown }: { data: Distribution; shown: ReturnType<typeof readAddress> }) {
  const procedures = useProcedures().data?.procedures ?? [];
  const [edited, setEdited] = useState<Worker | null>(
    data.agents.find(({ login }) => login === shown.edited) ?? null,
  );
  const names: Names = {
    agent: (login) => data.agents.find((one) => one.login === login)?.name ?? login,
    procedure: (id) => procedures.find((one) => one.id === id)?.title ?? id,
    commune: (code) => data.communes.find((one) => one.code === code)?.name ?? code,
  };
  const save = useMutation({
    mutationFn: (work: Work) => distributionApi.work(edited?.login ?? '', work),
    onSuccess: async () => {
      setEdited(null);
      toast(t.saved);
      await queries.invalidateQueries({ queryKey: ['distribution'] });
    },
  });
  const worker = data.agents.find(({ login }) => login === shown.agent) ?? null;
  const isListed = worker !== null || shown.basket;
  return (
    <div class="distribution">
      <section aria-labelledby="team-title" class="distribution-team">
        <h2 id="team-title">{t.team}</h2>
        <Basket data={data} />
        {data.agents.some(({ instructs }) => instructs) ? null : (
          <EmptyState title={t.nobodyTitle} level={3}>
            <p>{t.nobodyText}</p>
          </EmptyState>
        )}
        <ul class="workers">
          {inOrder(data.agents).map((one) => (
            <WorkerRow
              key={one.login}
              worker={one}
              data={data}
              isShown={one === worker}
              onWork={() => setEdited(one)}
            />
          ))}
        </ul>
      </section>
      {isListed && <SharedList key={worker?.login ?? ''} data={data} worker={worker} after={shown.after} />}
      <RulesPanel data={data} names={names} />
      <Dialog
        id="work"
        open={edited !== null}
        title={edited ? t.workTitle(edited.name) : ''}
        onClose={() => setEdited(null)}
      >
        {save.error && <Alert>{sentenceOf(save.error)}</Alert>}
        {edited && (
          <WorkForm
            work={edited.work}
            communes={data.communes}
            busy={save.isPending}
            onSave={(work) => save.mutate(work)}
          />
        )}
      </Dialog>
    </div>
  );
}

function Basket({ data }: { data: Distribution }) {
  const { basket, department } = data;
  return (
    <div class={basket.open > 0 ? 'card basket filled' : 'card basket'}>
      <div>
        <h3>{t.basket}</h3>
        <p class="soft">{t.basketText}</p>
      </div>
      <p class="basket-count">
        <strong>{t.open(basket.open, basket.more)}</strong>
      </p>
      <p class="marks">
        <Pressing counts={basket} />
      </p>
      {basket.open > 0 && (
        <LinkButton look="secondary" href={addressOf(department, { basket: true })}>
          {t.showBasket}
        </LinkButton>
      )}
    </div>
  );
}
