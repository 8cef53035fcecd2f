/** Parts of a calendar day. */
const partsOf = (day: string) => day.split('-').map(Number) as [year: number, month: number, day: number];

/** Years completed on a calendar day; who was born on 29 February completes them on 1 March in common years. */
export function ageOn(birth: string, today: string): number {
  const [year, month, day] = partsOf(birth);
  const [nowYear, nowMonth, nowDay] = partsOf(today);
  const isBefore = nowMonth < month || (nowMonth === month && nowDay < day);
  return nowYear - year - (isBefore ? 1 : 0);
}

/** Full age is eighteen (Code civil 414): from then on parents no longer act for their child. */
export const isOfAge = (birth: string | null, today: string): boolean =>
  birth !== null && ageOn(birth, today) >= 18;
