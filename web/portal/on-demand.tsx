import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { reading } from '../ui/messages/language-fr.ts';
import { wantsLight } from './light.ts';

/** A picture; for whoever wants less data, a button that fetches it. `about` says which one. */
export function OnDemand({ about, children }: { about: string; children: ComponentChildren }) {
  const [isShown, setShown] = useState(() => !wantsLight());
  if (isShown) return children;
  return (
    <Button look="secondary" onClick={() => setShown(true)}>
      {reading.picture}
      <span class="visually-hidden"> {about}</span>
    </Button>
  );
}
