const SHAPE =
  /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Adds an ISO 8601 duration (`P10D`, `PT90M`, `-P1M`) to an instant, months and years by the UTC calendar. */
export function addDuration(from: Date, duration: string): Date {
  const parts = SHAPE.exec(duration);
  if (!parts || duration.endsWith('P') || duration.endsWith('T'))
    throw new Error(`not an ISO 8601 duration: ${duration}`);
  const sign = parts[1] ? -1 : 1;
  const [years, months, weeks, days, hours, minutes, seconds] = parts
    .slice(2)
    .map((part) => sign * Number(part ?? 0)) as [number, number, number, number, number, number, number];
  const moved = new Date(from);
  moved.setUTCMonth(moved.getUTCMonth() + years * 12 + months);
  return new Date(
    moved.getTime() + ((weeks * 7 + days) * 24 * 60 + hours * 60 + minutes) * 60_000 + seconds * 1000,
  );
}
