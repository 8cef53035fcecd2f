import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { manage as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { type Managed, proceduresApi } from '../data/procedures-api.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { NewProcedureDialog } from './new-procedure-dialog.tsx';
import { ProcedureTags } from './procedure-tags.tsx';

/** Every procedure of the authority: found by a word, a department or a state. */
export default function ProceduresPage() {
  const { me, departments, departmentName } = useSignedIn();
  const [words, setWords] = useState('');
  const [department, setDepartment] = useState('');
  const [state, setState] = useState('');
  const [creating, setCreating] = useState(false);
  const list = useQuery({ queryKey: ['procedures-managed'], queryFn: proceduresApi.list });
  const all = list.data?.procedures ?? [];
  const shown = all.filter(
    (one) =>
      matches(one, words) &&
      (department === '' || one.department === department) &&
      states[state]?.(one) !== false,
  );
  const mayWrite = me.roles.includes('administrator');
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div class="procedures-head">
        {mayWrite && (
          <>
            <Button onClick={() => setCreating(true)}>
              <PlusIcon />
              {t.create}
            </Button>
            <LinkButton look="secondary" href={`${base}/demarches/importer`}>
              {t.import}
            </LinkButton>
          </>
        )}
        <LinkButton look="secondary" href={`${base}/demarches/catalogue`}>
          {t.catalogue}
        </LinkButton>
      </div>
      <search class="procedures-filters">
        <TextField id="search-procedures" label={t.search} type="search" value={words} onChange={setWords} />
        <Select
          id="filter-department"
          label={t.department}
          empty={t.allDepartments}
          options={departments.map(({ code, name }) => ({ value: code, label: name }))}
          value={department}
          onChange={setDepartment}
        />
        <Select
          id="filter-state"
          label={t.state}
          empty={t.allStates}
          options={t.states}
          value={state}
          onChange={setState}
        />
      </search>
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={8} />}
      <Status>{list.data ? t.count(shown.length, all.length) : ''}</Status>
      {list.data && shown.length === 0 && (
        <EmptyState title={t.emptyTitle}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      <ul class="procedures">
        {shown.map((one) => (
          <li key={one.id} class="row card procedure">
            <p class="subject">
              <a href={`${base}/demarches/${one.id}`} data-row>
                {one.title || one.id}
              </a>
            </p>
            <ProcedureTags procedure={one} isDraft={one.draft !== null} />
            <p class="marks">
              <span>{one.department ? departmentName(one.department) : t.routedByText}</span>
              {one.draft ? (
                <span>{t.draftBy(one.draft.by.replace(/^agent:/, ''), day(one.draft.at))}</span>
              ) : (
                one.publishedAt && <span>{t.publishedOn(day(one.publishedAt))}</span>
              )}
              {one.newerInCatalogue !== null && <strong>{t.newer}</strong>}
            </p>
          </li>
        ))}
      </ul>
      <NewProcedureDialog
        open={creating}
        taken={all.map(({ id }) => id)}
        onClose={() => setCreating(false)}
      />
    </AgentPage>
  );
}

const states: Record<string, (one: Managed) => boolean> = {
  open: (one) => one.state === 'published' && one.open,
  closed: (one) => one.state === 'published' && !one.open,
  draft: (one) => one.draft !== null || one.state === 'draft',
  archived: (one) => one.state === 'archived',
  newer: (one) => one.newerInCatalogue !== null,
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const matches = ({ title, id, department, theme }: Managed, words: string): boolean => {
  const where = plain(`${title} ${id} ${department} ${theme}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => where.includes(word));
};
