/** Looking again within a quarter of an hour is the same reading. */
export const readingKey = (login: string, now: string): string =>
  `read-${login}-${now.slice(0, 13)}-${Math.floor(Number(now.slice(14, 16)) / 15)}`;
