import { useQuery } from '@tanstack/react-query';
import { Button, LinkButton } from '../../ui/button.tsx';
import { mandates } from '../../ui/messages/backoffice-mandates-fr.ts';
import { dayAndTime } from '../../ui/messages/dates.ts';
import { useAct } from '../citizens/use-act.ts';
import { ErrorBox } from '../data/outcome.tsx';
import { queries } from '../data/queries.ts';
import { mandatesApi } from './mandates-api.ts';

const t = mandates.letters;

/** Letters that say who may act for whom: no request stands behind them, so they are posted one by one. Nothing while none waits. */
export function MandateLetters() {
  const list = useQuery({ queryKey: ['mandate-letters'], queryFn: mandatesApi.letters });
  const post = useAct(
    ({ id, key }: { id: string; key: string }) => mandatesApi.posted(id, key),
    t.done,
    () => void queries.invalidateQueries({ queryKey: ['mandate-letters'] }),
  );
  if (list.error) return <ErrorBox error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data?.letters.length) return null;
  return (
    <section aria-labelledby="mandate-letters-title">
      <h2 id="mandate-letters-title">{t.title}</h2>
      <p>{t.text}</p>
      <ul class="household">
        {list.data.letters.map(({ id, key, about, recipient, since, url }) => (
          <li key={key}>
            <span>
              <strong>{recipient}</strong>{' '}
              <span class="soft">
                {t.about[about]}, {dayAndTime(since)}
              </span>
            </span>
            <span class="buttons">
              <LinkButton look="quiet" href={url} target="_blank" about={recipient}>
                {t.open}
              </LinkButton>
              <Button
                look="secondary"
                about={recipient}
                busy={post.busy}
                onClick={() => post.run({ id, key })}
              >
                {t.posted}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {post.failed && (
        <p role="alert" class="field-error">
          {post.failed}
        </p>
      )}
    </section>
  );
}
