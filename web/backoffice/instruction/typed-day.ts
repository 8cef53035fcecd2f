/** The calendar day behind three boxes: null when they are empty, undefined when that day does not exist. */
export function typedDay(typed: string): string | null | undefined {
  if (typed === '') return null;
  const [year = '', month = '', date = ''] = typed.split('-');
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}
