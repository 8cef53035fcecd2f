import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Select } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { articles as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { knowledgeApi, type Line } from './knowledge-api.ts';
import { useFoundArticles } from './use-found-articles.ts';

/** Articles of the knowledge base, page by page: found by their words, a department, or among the withdrawn. */
export default function ArticlesPage() {
  const { departments } = useSignedIn();
  const [words, setWords] = useState('');
  const [department, setDepartment] = useState('');
  const [withdrawn, setWithdrawn] = useState<'yes' | 'no'>('no');
  const list = useInfiniteQuery({
    queryKey: ['articles-managed', withdrawn],
    queryFn: ({ pageParam }) => knowledgeApi.list(withdrawn, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const read = list.data?.pages.flatMap(({ articles }) => articles) ?? [];
  const found = useFoundArticles(withdrawn === 'no' ? words : '', department);
  const shown = (found ?? read).filter((one) => !department || one.department === department);
  return (
    <AgentPage title={t.title} intro={<p>{t.intro}</p>}>
      <div class="procedures-head">
        <LinkButton href={`${base}/fiches/nouvelle`}>
          <PlusIcon />
          {t.create}
        </LinkButton>
      </div>
      <search class="procedures-filters">
        <TextField id="search-articles" label={t.search} type="search" value={words} onChange={setWords} />
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
          empty={t.shown}
          options={[{ value: 'yes', label: t.withdrawn }]}
          value={withdrawn === 'yes' ? 'yes' : ''}
          onChange={(value) => setWithdrawn(value === 'yes' ? 'yes' : 'no')}
        />
      </search>
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={8} />}
      <Status>{list.data ? t.count(shown.length) : ''}</Status>
      {list.data && shown.length === 0 && (
        <EmptyState title={t.emptyTitle}>
          <p>{t.emptyText}</p>
        </EmptyState>
      )}
      <ul class="procedures">
        {shown.map((one) => (
          <ArticleLine key={one.id} article={one} />
        ))}
      </ul>
      {list.hasNextPage && !found && (
        <Button look="secondary" onClick={() => void list.fetchNextPage()} busy={list.isFetchingNextPage}>
          {t.more}
        </Button>
      )}
    </AgentPage>
  );
}

type Shown = Pick<Line, 'id' | 'title' | 'summary' | 'department' | 'source'> & Partial<Line>;
function ArticleLine({ article }: { article: Shown }) {
  const { departmentName } = useSignedIn();
  const { id, title, summary, department, source, updatedOn, by, version } = article;
  return (
    <li class="row card procedure">
      <div>
        <p class="subject">
          <a href={`${base}/fiches/${id}`} data-row>
            {title}
          </a>
        </p>
        <p class="sender">{summary}</p>
      </div>
      <p class="marks">
        {source && <Tag>{source}</Tag>}
        <span>{departmentName(department)}</span>
        {updatedOn && <span>{t.updated(day(updatedOn))}</span>}
        {by && version !== undefined && <span>{t.writtenBy(by, version)}</span>}
      </p>
    </li>
  );
}
