import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { letterCode as t } from '../../ui/messages/track-letter-fr.ts';
import type { Access } from './reference.ts';

const CodeForm = lazily(() => import('./code-form.tsx').then(({ CodeForm }) => CodeForm));
const place = '#courrier';

type Props = { onAsk: (access: Access) => void; onErrors: (isInError: boolean) => void };
/** For whoever has a letter in hand; the form is fetched by who asks for it, or whom a link brings to it. */
export function ByLetter({ onAsk, onErrors }: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(location.hash === place), []);
  return (
    <section id={place.slice(1)}>
      <h2>{t.title}</h2>
      {open ? (
        <CodeForm
          onAsk={onAsk}
          onErrors={onErrors}
          onBack={() => {
            onErrors(false);
            setOpen(false);
          }}
        />
      ) : (
        <>
          <p>{t.text}</p>
          <Button look="secondary" onClick={() => setOpen(true)}>
            {t.open}
          </Button>
        </>
      )}
    </section>
  );
}
