import { useQuery } from '@tanstack/react-query';
import { Button, LinkButton } from '../../ui/button.tsx';
import { privacy as t } from '../../ui/messages/backoffice-privacy-fr.ts';
import { Alert, Status } from '../../ui/status.tsx';
import { useAct } from '../citizens/use-act.ts';
import { type AskedBy, privacyApi } from './privacy-api.ts';

const lookEveryMs = 3_000;

/** A copy to be handed over, made aside. */
export function TakeOut({ person, asked }: { person: string; asked: AskedBy }) {
  const archive = useQuery({
    queryKey: ['privacy-archive', person],
    queryFn: () => privacyApi.archive(person),
    refetchInterval: ({ state }) => (state.data?.state === 'making' ? lookEveryMs : false),
    refetchOnWindowFocus: false,
  });
  const ask = useAct(
    () => privacyApi.askArchive(person, asked),
    t.preparing,
    () => void archive.refetch(),
  );
  const now = archive.data;
  return (
    <section class="person-cards" aria-labelledby="privacy-copy">
      <h3 id="privacy-copy">{t.takeOut}</h3>
      <p class="soft">{t.takeOutText}</p>
      {ask.failed && (
        <Alert>
          <p class="field-error">{ask.failed}</p>
        </Alert>
      )}
      <Status>
        {now?.state === 'making' ? t.making : now?.state === 'failed' ? t.failed : ''}
        {now?.state === 'ready' && now.until ? t.ready(now.until, now.size) : ''}
      </Status>
      <div class="buttons">
        {now?.url && (
          <LinkButton href={now.url} download>
            {t.save}
          </LinkButton>
        )}
        <Button
          look="secondary"
          busy={ask.busy || now?.state === 'making'}
          onClick={() => ask.run(undefined)}
        >
          {t.ask}
        </Button>
      </div>
    </section>
  );
}
