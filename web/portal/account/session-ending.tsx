import { useEffect, useState } from 'preact/hooks';
import { lastNow } from '../../ui/api.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { space as t } from '../../ui/messages/space-fr.ts';
import { signInAgainAddress } from './signed-in.ts';
import type { Me } from './use-me.ts';

const minute = 60_000;
/** Time left to answer: the slowest reader has it several times over (RGAA 13.1). */
const warned = 5 * minute;

/** Says before the session ends, and lets it last; what is written on the page stays there whatever happens. */
export function SessionEnding({ me, onStay }: { me: Me; onStay: () => void }) {
  const { idleEndsAt, endsAt } = me.session;
  const isLast = Date.parse(endsAt) - Date.parse(idleEndsAt) < minute;
  const at = isLast ? endsAt : idleEndsAt;
  const [isNear, setNear] = useState(false);
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    setNear(false);
    setHidden(false);
    const look = () => setNear(Date.parse(at) - Date.parse(lastNow()) < warned);
    look();
    const timer = setInterval(look, minute / 4);
    return () => clearInterval(timer);
  }, [at]);
  const isOver = Date.parse(at) <= Date.parse(lastNow());
  const text = isOver ? t.ending.over : isLast ? t.ending.lastText(at) : t.ending.text(at);
  return (
    <Dialog
      id="session-ending"
      open={isNear && !hidden}
      title={t.ending.title}
      onClose={() => setHidden(true)}
    >
      <p>{text}</p>
      <div class="buttons">
        {isLast || isOver ? (
          <LinkButton href={signInAgainAddress()}>{t.ending.again}</LinkButton>
        ) : (
          <Button onClick={onStay}>{t.ending.stay}</Button>
        )}
      </div>
    </Dialog>
  );
}
