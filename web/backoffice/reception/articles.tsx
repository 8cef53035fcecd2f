import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { search } from '../../portal/search.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { articles as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { type DeskDraft, departmentOf } from './draft.ts';
import { type ArticleCard, receptionApi } from './reception-api.ts';

const shown = 5;
type Props = { draft: DeskDraft; onChange(articles: string[]): void };

/** Answers beside the conversation: those of the subject, or those that are searched. */
export function Articles({ draft, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const list = useQuery({ queryKey: ['articles'], queryFn: receptionApi.articles, staleTime: 600_000 });
  const all = list.data?.articles ?? [];
  const department = departmentOf(draft);
  const found = typed.trim() ? search(all, typed) : all.filter((one) => one.department === department);
  const used = all.filter(({ id }) => draft.articles.includes(id));
  const cards = [...used, ...found.filter((one) => !used.includes(one))].slice(
    0,
    Math.max(shown, used.length),
  );
  const tick = (id: string, isUsed: boolean) =>
    onChange(isUsed ? [...draft.articles, id] : draft.articles.filter((one) => one !== id));
  return (
    <section class="panel articles" aria-labelledby="articles-title">
      <h2 id="articles-title">{t.title}</h2>
      <TextField id="articles-search" label={t.search} type="search" value={typed} onChange={setTyped} />
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={2} />}
      <Status>{list.data && cards.length === 0 ? (typed.trim() ? t.nothing : t.hint) : ''}</Status>
      <ul class="article-cards">
        {cards.map((card) => (
          <Card key={card.id} card={card} isUsed={draft.articles.includes(card.id)} onTick={tick} />
        ))}
      </ul>
    </section>
  );
}

function Card(props: { card: ArticleCard; isUsed: boolean; onTick(id: string, isUsed: boolean): void }) {
  const { card, isUsed, onTick } = props;
  const [isOpen, open] = useState(false);
  const article = useQuery({
    queryKey: ['article', card.id],
    queryFn: () => receptionApi.article(card.id),
    enabled: isOpen,
    staleTime: 600_000,
  });
  return (
    <li class="card">
      <h3>{card.title}</h3>
      {!isOpen && <p class="soft">{card.summary}</p>}
      {isOpen && article.isPending && <Skeleton lines={3} />}
      {isOpen && article.error && <ErrorBox error={article.error} onRetry={() => void article.refetch()} />}
      {isOpen && article.data && <Markdown text={article.data.body} />}
      <div class="article-acts">
        <Checkbox
          id={`used-${card.id}`}
          label={t.used}
          checked={isUsed}
          onChange={(checked) => onTick(card.id, checked)}
        />
        <Button look="quiet" about={card.title} onClick={() => open(!isOpen)}>
          {isOpen ? t.fold : t.read}
        </Button>
      </div>
    </li>
  );
}
