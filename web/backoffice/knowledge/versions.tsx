import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { editor as t } from '../../ui/messages/backoffice-knowledge-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Status } from '../../ui/status.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { type ArticleBody, knowledgeApi } from './knowledge-api.ts';

type Props = { id: string; current: number; onTake(former: ArticleBody): void };

/** Former versions: one is taken back into the form, and published again like any text. */
export function Versions({ id, current, onTake }: Props) {
  const [said, say] = useState('');
  const list = useQuery({ queryKey: ['article-versions', id], queryFn: () => knowledgeApi.versions(id) });
  const versions = list.data?.versions ?? [];
  if (versions.length === 0) return null;
  const take = async (version: number) => {
    try {
      onTake((await knowledgeApi.read(id, version)).article);
      say(t.taken(version));
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  return (
    <section class="panel article-versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{t.versions}</h2>
      <ul class="plain-list">
        {versions.map(({ version, by, at }) => (
          <li key={version}>
            <span>{t.version(version, day(at), by)}</span>
            {version === current ? (
              <strong>{t.current}</strong>
            ) : (
              <Button look="quiet" about={t.versionName(version)} onClick={() => void take(version)}>
                {t.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Status>{said}</Status>
    </section>
  );
}
