import { rememberActing } from '../../ui/whom.ts';
import { here } from '../translated.ts';

const key = 'parvis:signed-in';
/** What a tab keeps of what it opened (payments/access.ts, appointments/link.ts). */
const opened = ['parvis:payer', 'parvis:rendez-vous'];
export const signInPath = here('/connexion');

/**
 * Whether this browser was signed in when it last asked. Only words of the header follow it: the session itself is a
 * cookie that no script reads.
 */
export const seemsSignedIn = (): boolean => {
  try {
    return (localStorage.getItem(key) ?? '') > new Date().toISOString();
  } catch {
    return false;
  }
};
/** The page is the same file for everybody: two words of its header say whether somebody is signed in here. */
export const showSpaceLink = (isIn: boolean): void => {
  const [out, inside] = document.querySelectorAll<HTMLElement>('#space-link > span');
  if (!out || !inside) return;
  out.hidden = isIn;
  inside.hidden = !isIn;
};
export const rememberSignedIn = (until: string | null): void => {
  showSpaceLink(until !== null);
  if (!until) rememberActing(null);
  try {
    if (until) localStorage.setItem(key, until);
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing shows "Se connecter": it leads to the same place.
  }
};

/** From now on somebody else's affairs: what this tab had open of the others' (an appointment, a payment) is put away. */
export const changePerson = (mandate: string | null): void => {
  rememberActing(mandate);
  try {
    for (const each of opened) sessionStorage.removeItem(each);
  } catch {
    // Nothing was kept.
  }
};

/** The page that signs in, then comes back here. */
export const signInAddress = (to = location.pathname + location.search): string =>
  `${signInPath}?to=${encodeURIComponent(to)}`;
/** The same for whoever is signed in, and must show again who they are. */
export const signInAgainAddress = (): string => `${signInAddress()}&again=1`;
export const goAndSignIn = (): void => location.replace(signInAddress());
