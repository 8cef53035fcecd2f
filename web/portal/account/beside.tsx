import { render } from 'preact';
import { openedUnder } from '../../ui/whom.ts';
import style from '../css/beside.late.css';
import { type Section, SpaceNavigation } from './space-navigation.tsx';
import { isSignedOut, readMe } from './use-me.ts';

const sections = { 'rendez-vous': 'appointments', payer: 'payments', abonnements: 'subscriptions' } as const;

const styled = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = style;
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  });

/**
 * The links of one's space beside a page that is for everybody: whoever came from there finds the way back. Taken away again
 * from whoever is signed in no longer.
 */
export async function showBeside(part: keyof typeof sections): Promise<void> {
  const app = document.getElementById('app');
  if (!app) return;
  const current: Section = sections[part];
  const place = document.createElement('div');
  place.className = 'beside';
  const me = readMe();
  await styled();
  app.before(place);
  if (!openedUnder) render(<SpaceNavigation current={current} />, place);
  await me.then(
    (found) => render(<SpaceNavigation current={current} me={found} />, place),
    (error) => {
      if (isSignedOut(error)) place.remove();
    },
  );
}
