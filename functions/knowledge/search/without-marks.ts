/** The sign before a link's words, and its address; an address may hold brackets, as the page that shows it allows. */
const linkMarks = /\[(?=[^[\]]*\]\()|\]\((?:[^()\s]|\([^()\s]*\))*\)/g;

/** The words of the small Markdown of articles, without stresses and without where its links lead. */
export const withoutMarks = (text: string, instead = ''): string =>
  text.replaceAll('**', '').replace(linkMarks, (mark) => (mark === '[' ? '' : instead));
