/** Sentences of an application's own problems, by code, beside those that everybody may meet; it puts them here when it starts. */
export const ownProblems: Record<string, string> = {};
