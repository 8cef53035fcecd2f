import { Button } from '../../ui/button.tsx';
import { UsersIcon } from '../../ui/icons.tsx';
import { space as t } from '../../ui/messages/space-fr.ts';

/** Said on every page while somebody acts for somebody else: nobody forgets whose affairs they are in. */
export function ActingLabel({ name, onChange }: { name: string; onChange: () => void }) {
  const stop = async () => {
    const init = { method: 'POST', headers: { 'x-parvis-csrf': '1', 'content-type': 'application/json' } };
    await fetch('/api/citizen/acting', { ...init, body: '{"mandate":null}' }).catch(() => undefined);
    onChange();
  };
  return (
    <section class="acting-for" aria-label={t.actingFor(name)}>
      <UsersIcon />
      <div>
        <p>
          <strong>{t.actingFor(name)}</strong>
        </p>
        <p>{t.actingForText}</p>
      </div>
      <Button look="secondary" onClick={() => void stop()}>
        {t.stopActing}
      </Button>
    </section>
  );
}
