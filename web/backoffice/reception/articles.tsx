import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/field.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { knowledge } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { articles as t } from '../../ui/messages/backoffice-reception-fr.ts';
import { Skeleton } from '../../ui/states.tsx';
import { Status } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ErrorBox } from '../data/outcome.tsx';
import { type DeskDraft, departmentOf } from './draft.ts';
import { type ArticleCard, receptionApi } from './reception-api.ts';

const shown = 5;
type Props = { draft: DeskDraft; onChange(articles: string[]): void };

/** Answers beside the conversation: those of the subject, or those that are searched. */
export function Articles({ draft, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const department = departmentOf(draft);
  const words = typed.trim();
  const list = useQuery({
    queryKey: ['articles', words, words ? null : department],
    queryFn: () => receptionApi.articles(words, words ? null : department),
    enabled: words !== '' || Boolean(department),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const found = (list.data?.results ?? []).filter(({ kind }) => kind !== 'letter');
  const seen = useSeen(found);
  const used = draft.articles.map((id) => seen.get(id) ?? untitled(id));
  const others = found.filter(({ kind, id }) => kind !== 'article' || !draft.articles.includes(id));
  const cards = [...used, ...others].slice(0, Math.max(shown, used.length));
  const tick = (id: string, isUsed: boolean) =>
    onChange(isUsed ? [...draft.articles, id] : draft.articles.filter((one) => one !== id));
  return (
    <section class="panel articles" aria-labelledby="articles-title">
      <h2 id="articles-title">{t.title}</h2>
      <TextField id="articles-search" label={t.search} type="search" value={typed} onChange={setTyped} />
      {list.error && <ErrorBox error={list.error} onRetry={() => void list.refetch()} />}
      {list.isLoading && <Skeleton lines={2} />}
      <Status>{!list.isFetching && cards.length === 0 ? (words ? t.nothing : t.hint) : ''}</Status>
      <ul class="article-cards">
        {cards.map((card) =>
          card.kind === 'procedure' ? (
            <Procedure key={`p:${card.id}`} card={card} />
          ) : (
            <Card key={card.id} card={card} isUsed={draft.articles.includes(card.id)} onTick={tick} />
          ),
        )}
      </ul>
    </section>
  );
}

/** Cards met so far: one that was ticked stays when other words are typed. */
function useSeen(found: readonly ArticleCard[]): Map<string, ArticleCard> {
  const seen = useRef(new Map<string, ArticleCard>());
  for (const card of found) if (card.kind === 'article') seen.current.set(card.id, card);
  return seen.current;
}
/** One ticked before the page was loaded: its name comes when it is read. */
const untitled = (id: string): ArticleCard => ({
  ...{
    kind: 'article' as const,
    id,
    title: id.replaceAll('-', ' '),
    passage: '',
    department: null,
    source: null,
  },
});

/** The form to fill in, opened beside the desk. */
const Procedure = ({ card }: { card: ArticleCard }) => (
  <li class="card">
    <h3>
      <a href={`/demarches/${card.id}`} target="_blank" rel="noopener">
        {card.title}
        <span class="visually-hidden"> {knowledge.newTab}</span>
      </a>
    </h3>
    <p class="soft">{card.passage}</p>
    <Tag>{knowledge.kinds.procedure}</Tag>
  </li>
);

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
      {!isOpen && <p class="soft">{card.passage}</p>}
      {card.source && <p class="hint">{knowledge.source(card.source.name, card.source.verifiedOn)}</p>}
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
