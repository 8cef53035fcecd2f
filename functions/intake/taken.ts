/** That an object was taken in, and as what: the mail that came twice has no contact of its own, and is accounted for all the same. */
export const takenKey = (of: string) => ({ pk: `TAKEN#${of}`, sk: 'TAKEN' });
/** Longer than a reconciliation may be late. */
export const takenForSeconds = 60 * 86_400;
