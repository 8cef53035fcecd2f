import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { TextField } from '../../ui/field.tsx';
import { templates as t } from '../../ui/messages/backoffice-templates-fr.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { base } from '../routes.ts';
import { AgentPage } from '../shell/agent-page.tsx';
import { newId } from './draft.ts';
import { type Managed, templatesApi } from './templates-api.ts';

const flat = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every letter and block of the authority, to be found by a word of its title or of a department. */
export default function TemplatesPage() {
  const [wanted, setWanted] = useState('');
  const list = useQuery({ queryKey: ['templates'], queryFn: templatesApi.list });
  const names = new Map(list.data?.departments.map(({ code, name }) => [code, name]));
  const placeOf = ({ departments }: Managed['templates'][number]) =>
    departments.length > 0 ? departments.map((code) => names.get(code) ?? code).join(', ') : t.forAll;
  const words = flat(wanted).split(/\s+/).filter(Boolean);
  const all = list.data?.templates ?? [];
  const found = all.filter((one) => {
    const about = flat(
      [one.title, one.id, placeOf(one), t.kinds[one.kind], t.outcomes[one.outcome]].join(' '),
    );
    return words.every((word) => about.includes(word));
  });
  return (
    <AgentPage title={t.title} intro={t.intro}>
      <p class="template-add">
        <a class="button" href={`${base}/modeles/${newId}`}>
          {t.add}
        </a>
      </p>
      {list.isPending && <Skeleton lines={8} />}
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && all.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneText}</p>
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <TextField
            id="template-search"
            type="search"
            label={t.filter}
            value={wanted}
            onChange={setWanted}
          />
          <Status>{found.length > 0 ? t.count(found.length) : t.noMatch}</Status>
          <ul class="template-list">
            {found.map((one) => (
              <li key={one.id} class="card row">
                <p class="subject">
                  <a href={`${base}/modeles/${one.id}`}>{one.title}</a>
                </p>
                <p class="template-tags">
                  <Tag kind={one.kind === 'block' ? 'neutral' : 'brand'}>{t.kinds[one.kind]}</Tag>
                  {one.kind === 'decision' && <Tag>{t.outcomes[one.outcome]}</Tag>}
                </p>
                <p class="soft">
                  {placeOf(one)}. {t.edited(one.revision)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </AgentPage>
  );
}
