import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'preact/hooks';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { draftOf, emptyDraft, newId } from './draft.ts';
import { TemplateDesk } from './template-desk.tsx';
import { templatesApi } from './templates-api.ts';

/** One template: its text on one side, the letter it gives on the other. */
export default function TemplatePage({ params }: { params: Record<string, string> }) {
  const id = params.id ?? newId;
  const isNew = id === newId;
  const { me } = useSignedIn();
  const list = useQuery({ queryKey: ['templates'], queryFn: templatesApi.list });
  const one = useQuery({
    queryKey: ['template', id],
    queryFn: () => templatesApi.read(id),
    enabled: !isNew,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const mayWrite = me.roles.includes('administrator') || me.roles.includes('head');
  const start = useMemo(
    () =>
      one.data
        ? { draft: draftOf(one.data), revision: one.data.revision, mine: one.data.mine }
        : { draft: { ...emptyDraft, departments: ownOnly(me) }, revision: 0, mine: mayWrite },
    [one.data, me, mayWrite],
  );
  const error = list.error ?? one.error;
  const isReady = list.data && (isNew || one.data);
  return (
    <AgentPage title={one.data ? start.draft.title : isNew ? t.newOne : t.one} kicker={t.title}>
      {error && (
        <ErrorBox error={error} onRetry={() => void Promise.all([list.refetch(), !isNew && one.refetch()])} />
      )}
      {!error && !isReady && <Skeleton lines={12} />}
      {!error && isReady && list.data && (
        <TemplateDesk
          key={`${id} ${start.revision}`}
          start={start}
          kept={one.data ?? null}
          all={list.data}
          onSaved={async () => {
            await Promise.all([list.refetch(), !isNew && one.refetch()]);
          }}
        />
      )}
    </AgentPage>
  );
}

/** A head writes for their own departments. */
const ownOnly = ({ roles, departments }: { roles: readonly string[]; departments: readonly string[] }) =>
  roles.includes('administrator') ? [] : [...departments];
