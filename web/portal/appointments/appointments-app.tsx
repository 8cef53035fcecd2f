import { useEffect, useState } from 'preact/hooks';
import type { Site } from '../../site.ts';
import { Booking } from './booking.tsx';
import { readSecret, rememberedSecret, rememberSecret } from './link.ts';
import { Mine } from './mine.tsx';

/** Appointments: one is taken here, or the one that a link opens is seen, moved, given up. */
export function AppointmentsApp({ site }: { site: Site }) {
  const [secret, setSecret] = useState<string>();
  const [isNew, setNew] = useState(false);
  const open = (found: string | undefined, justBooked = false) => {
    rememberSecret(found);
    setNew(justBooked);
    setSecret(found);
  };
  useEffect(() => {
    const arrive = () => {
      const brought = readSecret(location.hash);
      // It leaves the address at once: it must not stay in the history or in a copied link.
      if (location.hash.length > 1) history.replaceState(null, '', location.pathname);
      const found = brought ?? rememberedSecret();
      if (found) open(found);
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  return secret ? (
    <Mine
      key={secret}
      site={site}
      secret={secret}
      isNew={isNew}
      onOpen={(found) => open(found)}
      onLeave={() => open(undefined)}
    />
  ) : (
    <Booking site={site} onBooked={(found) => open(found, true)} onOpen={(found) => open(found)} />
  );
}
