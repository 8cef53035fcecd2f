const place = 'parvis:guichet';

/** The number of the desk this machine stands on. */
export const keptDesk = (): string => {
  try {
    return localStorage.getItem(place) ?? '1';
  } catch {
    return '1';
  }
};
export const keepDesk = (desk: string): void => {
  try {
    localStorage.setItem(place, desk);
  } catch {
    // A browser that keeps nothing asks again.
  }
};
