import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { choice as t } from '../../ui/messages/track-delivery-fr.ts';
import { Status } from '../../ui/status.tsx';
import type { Access } from './reference.ts';

const ChoiceForm = lazily(() =>
  import('./delivery-choice-form.tsx').then(({ DeliveryChoiceForm }) => DeliveryChoiceForm),
);

/** How the person wants to be written to; the form is fetched by who asks for it. */
export function DeliveryChoice({ access }: { access: Access }) {
  const [open, setOpen] = useState(false);
  const [said, say] = useState('');
  return (
    <>
      {open ? (
        <section aria-labelledby="delivery-choice">
          <h2 id="delivery-choice">{t.title}</h2>
          <ChoiceForm
            access={access}
            onClose={() => setOpen(false)}
            onSaved={() => {
              setOpen(false);
              say(t.saved);
            }}
          />
        </section>
      ) : (
        <Button
          look="secondary"
          onClick={() => {
            say('');
            setOpen(true);
          }}
        >
          {t.open}
        </Button>
      )}
      <Status>{said}</Status>
    </>
  );
}
