/**
 * The published letters are written in a small markup, one sign at the start of a line:
 *   `== name`            a letter begins          `@part font=times size=12 margin=68 leading=1.35 paper=a4`  another paper of it
 *   `@head …` `@foot …`  on each page of the part, with {n} and {N}; `@head2 …` from its second page on
 *   `<` left  `>` right half  `)` flush right  `^` centred  `^^` centred, large, bold  `#` bold  `| a | b` row of a table
 *   `~ 12` handwriting, so many lines   `[photo 200]` a picture, so high in points   `[gap 3]` lines left free   `---` new page
 * An empty line is a gap; all else is a paragraph.
 */
export type Style = {
  font: 'times' | 'helvetica' | 'courier' | 'source';
  size: number;
  margin: number;
  leading: number;
  paper: 'a4' | 'a5' | 'receipt' | 'landscape';
};
export type Element =
  | { kind: 'left' | 'right' | 'flush' | 'centred' | 'title' | 'bold' | 'paragraph' | 'row'; text: string }
  | { kind: 'gap' | 'handwriting' | 'photo'; count: number }
  | { kind: 'page' };
export type Part = { style: Style; head: string[]; laterHead: string[]; foot: string[]; elements: Element[] };
export type Letter = { name: string; parts: Part[] };

const usual: Style = { font: 'times', size: 12, margin: 68, leading: 1.35, paper: 'a4' };
export const newPart = (style: Partial<Style> = {}): Part => ({
  style: { ...usual, ...style },
  ...{ head: [], laterHead: [], foot: [], elements: [] },
});
const marks = {
  '^^': 'title',
  '^': 'centred',
  '<': 'left',
  '>': 'right',
  ')': 'flush',
  '#': 'bold',
  '|': 'row',
} as const;

export function parseLetters(source: string): Letter[] {
  const letters: Letter[] = [];
  for (const line of source.split('\n').map((one) => one.trimEnd())) {
    const name = /^== (.+)$/.exec(line)?.[1];
    if (name) letters.push({ name, parts: [newPart()] });
    else if (letters.length > 0) take(letters.at(-1) as Letter, line);
  }
  return letters;
}

function take(letter: Letter, line: string): void {
  const part = letter.parts.at(-1) as Part;
  const running = /^@(head2|head|foot) (.*)$/.exec(line);
  if (line.startsWith('@part')) {
    const style = styleOf(line);
    if (part.elements.some((one) => one.kind !== 'gap')) letter.parts.push(newPart(style));
    else part.style = style;
  } else if (running)
    part[running[1] === 'foot' ? 'foot' : running[1] === 'head' ? 'head' : 'laterHead'].push(
      running[2] ?? '',
    );
  else part.elements.push(elementOf(line));
}

function elementOf(line: string): Element {
  if (line === '') return { kind: 'gap', count: 0.7 };
  if (line === '---') return { kind: 'page' };
  const drawn = /^(?:\[(photo|gap) (\d+)\]|~ (\d+))$/.exec(line);
  if (drawn) return { kind: (drawn[1] ?? 'handwriting') as 'gap', count: Number(drawn[2] ?? drawn[3]) };
  for (const [mark, kind] of Object.entries(marks))
    if (line.startsWith(mark)) return { kind, text: line.slice(mark.length).trim() };
  return { kind: 'paragraph', text: line };
}

function styleOf(line: string): Style {
  const given = Object.fromEntries(
    line
      .split(' ')
      .slice(1)
      .map((one) => one.split('=')),
  );
  const numbers = Object.fromEntries(
    ['size', 'margin', 'leading'].flatMap((key) => (given[key] ? [[key, Number(given[key])]] : [])),
  );
  return { ...usual, ...given, ...numbers } as Style;
}
