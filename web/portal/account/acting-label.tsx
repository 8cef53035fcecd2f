import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { UsersIcon } from '../../ui/icons.tsx';
import { acting } from '../../ui/messages/acting-fr.ts';
import { space as t } from '../../ui/messages/space-fr.ts';
import { here } from '../translated.ts';
import { changePerson } from './signed-in.ts';
import type { Me } from './use-me.ts';

/**
 * Said on every page while somebody acts for somebody else, and always in sight: nobody forgets whose affairs they are in.
 * Going back loads another page, since everything on this one is the other person's.
 */
export function ActingLabel({ me: { actingFor, by } }: { me: Pick<Me, 'actingFor' | 'by'> }) {
  const [failed, setFailed] = useState(false);
  if (!actingFor) return null;
  const stop = async () => {
    const init = { method: 'POST', headers: { 'x-parvis-csrf': '1', 'content-type': 'application/json' } };
    const answer = await fetch('/api/citizen/acting', { ...init, body: '{"mandate":null}' }).catch(
      () => null,
    );
    if (!answer?.ok) return setFailed(true);
    const { to } = (await answer.json()) as { to: string };
    changePerson(null);
    location.assign(here(to));
  };
  const isDesk = by === 'desk';
  const text = actingFor.isOver ? acting.overText : isDesk ? acting.deskText : t.actingForText;
  return (
    <section
      class={actingFor.isOver ? 'acting-for over' : 'acting-for'}
      aria-label={t.actingFor(actingFor.name)}
    >
      <UsersIcon />
      <div>
        <p>
          <strong>{actingFor.isOver ? acting.over : t.actingFor(actingFor.name)}</strong>
        </p>
        <p role={failed ? 'alert' : undefined}>{failed ? acting.failed : text}</p>
      </div>
      <Button look="secondary" onClick={() => void stop()}>
        {isDesk ? acting.deskStop : t.stopActing}
      </Button>
    </section>
  );
}
