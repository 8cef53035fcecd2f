const key = 'parvis:acting';
/** When the session ends by itself (portal/account/signed-in.ts). */
const until = 'parvis:signed-in';
const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** The mandate under which whoever is signed in here acts, nothing of whom; pages ask before they say it. Null for oneself. */
export const actingUnder = (): string | null => kept(key);
/** What this page was opened for: another tab may have changed it since. */
export const openedUnder = actingUnder();
export const rememberActing = (mandate: string | null): void => {
  try {
    if (mandate) localStorage.setItem(key, mandate);
    else localStorage.removeItem(key);
  } catch {
    // The pages of the space say it all the same.
  }
};

/** For whom the page is, once that is known: `self`, or a mandate. */
let whom = (kept(until) ?? '') > new Date().toISOString() ? (openedUnder ?? 'self') : undefined;
export const speakFor = (mandate: string | null): void => {
  whom = mandate ?? 'self';
};
/** What is written says for whom it is meant, and is refused when another tab has gone to somebody else's affairs meanwhile. */
export const spokenFor = (): { 'x-parvis-for'?: string } => (whom ? { 'x-parvis-for': whom } : {});
