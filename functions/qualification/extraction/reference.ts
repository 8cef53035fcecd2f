const reference = /\b([A-Z]{2,4}[\s-]{0,2}20\d{2}[\s-]{0,2}\d{6}(?:[\s-]?[A-HJ-NP-Y])?)\b/;

/** The reference of a request as written, with or without its letter, or null. */
export const referenceIn = (text: string): string | null => text.match(reference)?.[1] ?? null;
