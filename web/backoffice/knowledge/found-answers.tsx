import { useQuery } from '@tanstack/react-query';
import { knowledge as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { type FoundAnswer, knowledgeApi } from './knowledge-api.ts';

const most = 4;

/** How the agent's own departments answered the same words before. It says nothing when it finds nothing or is out of order. */
export function FoundAnswers({ words }: { words: string }) {
  const found = useQuery({
    queryKey: ['past-answers', words],
    queryFn: () => knowledgeApi.answers({ q: words, limit: most }),
    enabled: words !== '',
    staleTime: 60_000,
  });
  const results = found.data?.results ?? [];
  if (results.length === 0) return null;
  return (
    <section class="search-results" aria-labelledby="found-answers">
      <h2 id="found-answers">
        {t.answers} <span class="count">{results.length}</span>
      </h2>
      <ul class="found-knowledge">
        {results.map((one) => (
          <AnswerLine key={one.reference} found={one} />
        ))}
      </ul>
    </section>
  );
}

function AnswerLine({ found }: { found: FoundAnswer }) {
  const { departmentName } = useSignedIn();
  const { reference, subject, passage, department, outcome, answeredAt } = found;
  return (
    <li class="row card">
      <div>
        <p class="subject">
          <a href={`${base}/demandes/${reference}`}>{subject || shell.untitled}</a>
        </p>
        {passage && <p class="sender">{passage}</p>}
      </div>
      <p class="marks">
        <Tag>{t.outcomes[outcome]}</Tag>
        <span class="reference">{reference}</span>
        <span>{departmentName(department)}</span>
        <time dateTime={answeredAt}>{t.answeredOn(day(answeredAt))}</time>
      </p>
    </li>
  );
}
