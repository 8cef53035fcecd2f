const instant = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});
const long = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'full',
  timeStyle: 'medium',
  timeZone: 'Europe/Paris',
});

export const inFrench = (at: string | Date): string => instant.format(new Date(at));
export const inFull = (at: Date): string => long.format(at);

/** Costs are small: as many digits as show something. */
export function euros(amount: number): string {
  const digits = amount >= 1 ? 2 : amount >= 0.001 ? 4 : 6;
  const format = {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat('fr-FR', format).format(amount);
}
