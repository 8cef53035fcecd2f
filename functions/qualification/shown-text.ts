import { masked } from './extraction/nir.ts';

/** Marks that turn the words after them round, so that a text reads otherwise than it was written. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
const inTheirPlace = '\ufffd';

/**
 * What came in as a page shows it, place for place: no number of the national register, and no invisible mark that changes
 * the order in which it reads.
 */
export const shownText = (text: string): string => masked(text).replace(turning, inTheirPlace);
