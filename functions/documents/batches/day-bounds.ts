/** How many milliseconds the clocks of a time zone are ahead of UTC at an instant. */
function aheadAt(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(new Date(at));
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(at / 1000) * 1000;
}

/** The instants (UTC, ISO 8601) between which it is this day (YYYY-MM-DD) in a time zone; the second is the next day's first. */
export function dayBounds(day: string, timeZone: string): [from: string, to: string] {
  const midnight = (utc: number) => {
    const first = utc - aheadAt(timeZone, utc);
    // Clocks that change between the guess and midnight: asked again where midnight is.
    return new Date(utc - aheadAt(timeZone, first)).toISOString();
  };
  const utc = Date.parse(`${day}T00:00:00Z`);
  return [midnight(utc), midnight(utc + 86_400_000)];
}
