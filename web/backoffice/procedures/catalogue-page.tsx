import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { choices } from '../../ui/messages/backoffice-procedure-choices-fr.ts';
import { manage, catalogue as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status, toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { type CatalogueCard, proceduresApi } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { unused } from './names.ts';

/** Procedures that authorities share: adopted, they become a draft of this one, and follow what is changed there. */
export default function CataloguePage() {
  const { me } = useSignedIn();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState('');
  const list = useQuery({ queryKey: ['procedure-catalogue'], queryFn: proceduresApi.catalogue });
  const own = useQuery({ queryKey: ['procedures-managed'], queryFn: proceduresApi.list });
  const all = list.data?.procedures ?? [];
  const shown = all.filter(({ title, summary }) =>
    `${title} ${summary}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const adopt = async ({ id }: CatalogueCard) => {
    setBusy(id);
    try {
      const taken = own.data?.procedures.map((one) => one.id) ?? [];
      const reply = await proceduresApi.adopt(id, taken.includes(id) ? { id: unused(id, taken, '-') } : {});
      await queries.invalidateQueries({ queryKey: ['procedures-managed'] });
      await queries.invalidateQueries({ queryKey: ['procedure-catalogue'] });
      toast(t.adopted);
      navigate(`${base}/demarches/${reply.id}`);
    } catch (error) {
      toast(sentenceOf(error));
      setBusy('');
    }
  };
  return (
    <AgentPage
      title={t.title}
      kicker={<a href={`${base}/demarches`}>{manage.title}</a>}
      intro={<p>{t.intro}</p>}
    >
      <search class="procedures-filters">
        <TextField
          id="search-catalogue"
          label={manage.search}
          type="search"
          value={words}
          onChange={setWords}
        />
      </search>
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={6} />}
      <Status>{list.data ? manage.count(shown.length, all.length) : ''}</Status>
      {list.data && shown.length === 0 && (
        <EmptyState title={t.emptyTitle}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      <ul class="procedures">
        {shown.map((one) => (
          <li key={one.id} class="card procedure catalogue-card">
            <h2 class="card-title">{one.title}</h2>
            <p class="soft">{one.summary}</p>
            <p class="marks">
              <span>{choices.theme?.[one.theme] ?? one.theme}</span>
              <span>{t.revision(one.revision)}</span>
            </p>
            {one.adoptedAs.length > 0 && (
              <p>
                {t.alreadyAs}{' '}
                {one.adoptedAs.map((id) => (
                  <a key={id} class="adopted" href={`${base}/demarches/${id}`}>
                    {id}
                  </a>
                ))}
              </p>
            )}
            {me.roles.includes('administrator') && (
              <Button
                look="secondary"
                busy={busy === one.id}
                onClick={() => void adopt(one)}
                about={one.title}
              >
                {one.adoptedAs.length > 0 ? t.adoptAgain : t.adopt}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </AgentPage>
  );
}
