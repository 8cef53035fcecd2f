/** A line of a file as it stands under its headings; `line` counts from 1, headings included. */
export type CsvLine = { line: number; cells: Record<string, string> };
export type Csv = { headings: string[]; lines: CsvLine[] };

/** Small letters without accents or signs: "Échéance " and "echeance" are one heading. */
export const heading = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

const separators = [';', '\t', ','];
/** Cells of the whole text, quoted ones unquoted (RFC 4180); a quote that never closes takes the rest. */
const cut = (text: string, separator: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (!isQuoted && sign === separator) end();
    else if (!isQuoted && sign === '\n') {
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return rows;
};

/** A file with headings, whatever separates its cells; empty lines are left out. `null` when it has no headings. */
export const readCsv = (text: string): Csv | null => {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const first = plain.split('\n', 1)[0] ?? '';
  const separator = separators.find((one) => first.includes(one));
  if (!separator) return null;
  const [names = [], ...rows] = cut(plain, separator);
  const headings = names.map(heading);
  const lines = rows.flatMap((cells, at) =>
    cells.every((cell) => cell === '')
      ? []
      : [
          {
            line: at + 2,
            cells: Object.fromEntries(headings.map((name, index) => [name, cells[index] ?? ''])),
          },
        ],
  );
  return { headings, lines };
};

/** A cell for a spreadsheet: quoted where needed, and never taken for a formula. */
const cellOf = (value: string): string => {
  // Blanks before it are cut by some that open a file; the wide signs stand for the others in some languages.
  const isFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value);
  const safe = isFormula && !/^-?\d+(,\d+)?$/.test(value) ? `'${value}` : value;
  return /[;"\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
/** As spreadsheets in French read it: semicolons, a mark of UTF-8, CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`;

/** 123456 → "1234,56". */
export const plainEuros = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
