const key = 'parvis:rendez-vous';

/** What the link of a mail brings after `#`. */
export const readSecret = (hash: string): string | undefined =>
  /^#([aw][a-z0-9]{8,40}\.[a-f0-9]{32})$/.exec(hash)?.[1];

/** Kept while the tab is open, so that the page may be loaded again without the mail. */
export const rememberSecret = (secret: string | undefined): void => {
  try {
    if (secret) sessionStorage.setItem(key, secret);
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the link of the mail is opened again.
  }
};
export const rememberedSecret = (): string | undefined => {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};
