const quarter = 15 * 60_000;

/**
 * The instant at which the next day begins in a place, to the quarter of an hour that all time zones keep.
 * @param dayOf calendar day (YYYY-MM-DD) of an instant in that place
 */
export function nextDay(now: string, dayOf: (instant: string) => string): string {
  const today = dayOf(now);
  let at = Math.floor(Date.parse(now) / quarter) * quarter;
  let instant = now;
  do {
    at += quarter;
    instant = new Date(at).toISOString();
  } while (dayOf(instant) === today);
  // Step Functions waits until a whole second.
  return instant.replace('.000', '');
}
