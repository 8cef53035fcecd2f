/** What a scanner took for letters in a number, as digits again. */
export const reread = (written: string): string => written.replace(/[OoQ]/g, '0').replace(/[Il]/g, '1');
