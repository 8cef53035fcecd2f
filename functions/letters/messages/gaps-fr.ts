/** What an agent has to write in a letter before it may leave. */
export const gapWords = (what: string): string => `[À compléter : ${what}]`;
export const gaps = /\[À compléter : [^\]]*\]/g;
/** Everything left to write in a text, to be shown apart from the rest. */
export const leftToWrite = /(\[À compléter : [^\]]*\]|\{\{[^{}]*\}\})/;
