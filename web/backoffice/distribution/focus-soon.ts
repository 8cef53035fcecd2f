/** Leads to an element that is drawn next. */
export const focusSoon = (id: string): unknown => setTimeout(() => document.getElementById(id)?.focus(), 0);
