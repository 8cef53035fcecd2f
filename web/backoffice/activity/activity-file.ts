import { activity as t } from '../../ui/messages/backoffice-activity-fr.ts';
import type { Figures } from './activity-api.ts';

export type Row = { name: string; figures: Figures };
export type Part = { caption: string; head: string; rows: readonly Row[] };

/** A cell that a spreadsheet does not take for a formula, whatever it begins with. */
const cell = (text: string): string =>
  `"${text.replace(/^(?:\s*[=+\-@]|[\t\r\n])/, "'$&").replaceAll('"', '""')}"`;
const decimal = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** The tables as one file, semicolons and decimal commas as French spreadsheets read them, with the mark of UTF-8. */
export const activityFile = (parts: readonly Part[]): string => {
  const columns = [t.opened, t.answered, t.settled, t.inTime, t.meanDays, t.automatic];
  const lines = parts.flatMap(({ caption, head, rows }) => [
    [caption],
    [head, ...columns],
    ...rows.map(({ name, figures }) => [
      name,
      ...[figures.opened, figures.answered, figures.settledShare].map(decimal),
      ...[figures.inTimeShare, figures.meanDays, figures.automaticShare].map(decimal),
    ]),
    [],
  ]);
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}`;
};
