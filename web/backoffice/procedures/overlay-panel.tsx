import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-fields.tsx';
import { overlay as t } from '../../ui/messages/backoffice-procedures-fr.ts';
import { navigate } from '../../ui/navigation.ts';
import { Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/status.tsx';
import { ErrorBox, sentenceOf } from '../data/outcome.tsx';
import { proceduresApi } from '../data/procedures-api.ts';
import { queries } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { ChangeList } from './changes.tsx';

/** What this authority changed over the shared catalogue, what the catalogue changed since, and who wins where both did. */
export function OverlayPanel({ id, version }: { id: string; version: number }) {
  const { me } = useSignedIn();
  const [theirs, setTheirs] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const seen = useQuery({ queryKey: ['procedure-overlay', id], queryFn: () => proceduresApi.overlay(id) });
  const take = async () => {
    setBusy(true);
    try {
      await proceduresApi.takeRevision(id, version, [...theirs]);
      await queries.invalidateQueries();
      toast(t.taken);
      navigate(`${base}/demarches/${id}`);
    } catch (error) {
      toast(sentenceOf(error));
      setBusy(false);
    }
  };
  if (seen.isPending) return <Skeleton lines={4} />;
  if (seen.error) return <ErrorBox error={seen.error} onRetry={() => void seen.refetch()} />;
  const { catalogue, newest, local, incoming, conflicts } = seen.data;
  return (
    <section class="panel" aria-labelledby="overlay">
      <h2 id="overlay">{t.title}</h2>
      <p>{t.adopted(catalogue.id, catalogue.revision)}</p>
      <h3>{t.local(local.length)}</h3>
      <ChangeList changes={local} />
      {newest > catalogue.revision ? (
        <>
          <h3>{t.incoming(newest, incoming.length)}</h3>
          <ChangeList changes={incoming} />
          {conflicts.map(({ path, place }) => (
            <RadioGroup
              key={path}
              id={`side-${path}`}
              label={t.conflict(place)}
              options={t.sides}
              value={theirs.includes(path) ? 'theirs' : 'ours'}
              onChange={(side) =>
                setTheirs(side === 'theirs' ? [...theirs, path] : theirs.filter((one) => one !== path))
              }
            />
          ))}
          {me.roles.includes('administrator') && (
            <div class="buttons">
              <Button look="secondary" busy={busy} onClick={() => void take()}>
                {t.take(newest)}
              </Button>
            </div>
          )}
        </>
      ) : (
        <p class="hint">{t.upToDate}</p>
      )}
    </section>
  );
}
