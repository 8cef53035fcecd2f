/** `format=flowed` (RFC 3676): a line that ends with a space goes on in the next. */
export function flowed(text: string, parameters: ReadonlyMap<string, string>): string {
  const lines = text.replace(/\r\n?/g, '\n');
  if (parameters.get('format')?.toLowerCase() !== 'flowed') return lines.trim();
  const glue = parameters.get('delsp')?.toLowerCase() === 'yes' ? '' : ' ';
  return lines
    .replace(/^ /gm, '')
    .replace(/(?<!^--) \n(?!>|-- $|$)/gm, glue)
    .trim();
}

/** Many programs put nothing, or a word of excuse, where the text of an HTML mail should be. */
export const poorer = (text: string, other: string): boolean =>
  text.trim() === '' || (text.length < 200 && other.length > text.length * 5 && !other.includes(text.trim()));

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' };
/** Text as HTML that shows it. */
export const escapeText = (text: string): string =>
  `<p>${text.replace(/[&<>\n]/g, (character) => escapes[character] ?? '')}</p>`;
