import { here } from '../translated.ts';

const key = 'parvis:signed-in';
const acting = 'parvis:acting';
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
  try {
    if (until) localStorage.setItem(key, until);
    else for (const each of [key, acting]) localStorage.removeItem(each);
  } catch {
    // A browser that keeps nothing shows "Se connecter": it leads to the same place.
  }
};

/** Whether whoever is signed in here acts for somebody: nothing of whom; pages ask before they say it. */
export const seemsActing = (): boolean => {
  try {
    return localStorage.getItem(acting) !== null;
  } catch {
    return false;
  }
};
export const rememberActing = (isActing: boolean): void => {
  try {
    if (isActing) localStorage.setItem(acting, '1');
    else localStorage.removeItem(acting);
  } catch {
    // The pages of the space say it all the same.
  }
};

/** The page that signs in, then comes back here. */
export const signInAddress = (to = location.pathname + location.search): string =>
  `${signInPath}?to=${encodeURIComponent(to)}`;
/** The same for whoever is signed in, and must show again who they are. */
export const signInAgainAddress = (): string => `${signInAddress()}&again=1`;
export const goAndSignIn = (): void => location.replace(signInAddress());
