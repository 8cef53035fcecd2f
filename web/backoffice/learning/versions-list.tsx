import { useMutation } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { learning as t } from '../../ui/messages/backoffice-learning-fr.ts';
import { toast } from '../../ui/status.tsx';
import { Tag } from '../../ui/tag.tsx';
import { sentenceOf } from '../data/outcome.tsx';
import { newKey, queries } from '../data/queries.ts';
import { type Learning, learningApi, type Version } from './learning-api.ts';

const shipped = 'shipped';

/** What served, what serves, and the gesture that goes back. */
export function VersionsList({ data: { versions, inUse } }: { data: Learning }) {
  const use = useMutation({
    mutationFn: (version: string) => learningApi.use(version, newKey()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['learning'] });
      toast(t.used);
    },
  });
  const row = (version: string, title: string, made: Version | null) => (
    <VersionCard
      key={version}
      {...{ title, made }}
      inUse={inUse.version === version ? inUse : null}
      busy={use.isPending}
      onUse={() => use.mutate(version)}
    />
  );
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.versionsTitle}</h2>
      <p>{t.versionsText}</p>
      {use.error && (
        <p class="field-error" role="alert">
          {sentenceOf(use.error)}
        </p>
      )}
      <ol class="versions" reversed>
        {versions.map((made) => row(made.version, t.version(made.madeAt), made))}
        {row(shipped, t.shipped, null)}
      </ol>
    </section>
  );
}

function VersionCard(props: {
  title: string;
  made: Version | null;
  inUse: Learning['inUse'] | null;
  busy: boolean;
  onUse(): void;
}) {
  const { title, made, inUse } = props;
  const by = inUse?.by?.startsWith('agent:') ? t.byAgent(inUse.by.slice('agent:'.length)) : t.byNight;
  return (
    <li class={inUse ? 'panel version in-use' : 'panel version'}>
      <h3>
        {title}{' '}
        {inUse && (
          <Tag kind={inUse.isMissing ? 'danger' : 'success'}>{inUse.isMissing ? t.missing : t.inUse}</Tag>
        )}
      </h3>
      {inUse?.isMissing && <p>{t.missingText}</p>}
      {inUse?.since && (
        <p class="soft">
          {t.since(inUse.since)}, {by}
        </p>
      )}
      {made ? (
        <>
          <p>
            {t.lessons(made.lessons)}{' '}
            {made.trial.held.next.messages > 0 && t.held(made.trial.held.next, made.trial.held.present)}
          </p>
          <p class="soft">
            {t.routed(made.trial.held.next.routed, made.trial.held.next.routedRight)}{' '}
            {t.guard(made.trial.guard.messages, made.trial.guard.present, made.trial.guard.next)}
          </p>
          {made.trial.calibrated && (
            <p class="soft">
              {t.calibrated(
                made.trial.calibrated.decisions,
                made.trial.calibrated.before,
                made.trial.calibrated.after,
              )}
            </p>
          )}
        </>
      ) : (
        <p>{t.shippedText}</p>
      )}
      {made?.withdrawn && <p>{t.withdrawn}</p>}
      {!inUse && !made?.withdrawn && (
        <Button look="secondary" busy={props.busy} about={title} onClick={props.onUse}>
          {t.use}
        </Button>
      )}
    </li>
  );
}
