import { useQuery } from '@tanstack/react-query';
import { knowledge as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { may } from '../shell/navigation.ts';
import { type Found, knowledgeApi } from './knowledge-api.ts';

const most = 6;

/** Beside people and requests: what answers the same words. It says nothing when it finds nothing or is out of order. */
export function FoundKnowledge({ words }: { words: string }) {
  const found = useQuery({
    queryKey: ['knowledge', words],
    queryFn: () => knowledgeApi.search({ q: words, limit: most, sure: true }),
    enabled: words !== '',
    staleTime: 60_000,
  });
  const results = found.data?.results ?? [];
  if (results.length === 0) return null;
  return (
    <section class="search-results" aria-labelledby="found-knowledge">
      <h2 id="found-knowledge">
        {t.found} <span class="count">{results.length}</span>
      </h2>
      <ul class="found-knowledge">
        {results.map((one) => (
          <KnowledgeLine key={`${one.kind}:${one.id}`} found={one} />
        ))}
      </ul>
    </section>
  );
}

function KnowledgeLine({ found }: { found: Found }) {
  const { departmentName } = useSignedIn();
  const { kind, title, passage, department, source } = found;
  const href = useAddress(found);
  return (
    <li class="row card">
      <div>
        <p class="subject">
          {href ? (
            <a href={href} {...(kind !== 'letter' && { target: '_blank', rel: 'noopener' })}>
              {title}
              {kind !== 'letter' && <span class="visually-hidden"> {t.newTab}</span>}
            </a>
          ) : (
            title
          )}
        </p>
        {passage && <p class="sender">{passage}</p>}
      </div>
      <p class="marks">
        <Tag>{t.kinds[kind]}</Tag>
        {department && <span>{departmentName(department)}</span>}
        {source && <span>{t.source(source.name, source.verifiedOn)}</span>}
      </p>
    </li>
  );
}

/** Articles and procedures open as citizens see them; a letter where it is written, for those who may. */
function useAddress({ kind, id }: Found): string | undefined {
  const { me } = useSignedIn();
  if (kind === 'article') return `/aide/${id}`;
  if (kind === 'procedure') return `/demarches/${id}`;
  return may('templates', me.roles) ? `${base}/modeles/${id}` : undefined;
}
