/** Overseas numbers keep their ten digits at home and take the code of their place abroad; 06 39 98 is kept for invented people. */
const places: readonly [digits: RegExp, code: string][] = [
  [/^0(262|69[23]|269|639(?!98))/, '+262'],
  [/^0(590|69[01])/, '+590'],
  [/^0(594|694)/, '+594'],
  [/^0(596|69[67])/, '+596'],
];
const mobile = /^\+(33[67]\d{8}|262(69[23]|639)\d{6}|59069[01]\d{6}|594694\d{6}|59669[67]\d{6})$/;

/** A French number in E.164, however it was written; `null` for anything else, short numbers included. */
export const e164 = (written: string): string | null => {
  const bare = written.replace(/\(0\)/g, '').replace(/[\s().\-/ ]/g, '');
  const international = bare.replace(/^00/, '+');
  const home = /^\+(33|262|590|594|596)0?([1-9]\d{8})$/.exec(international);
  if (home) return `+${home[1]}${home[2]}`;
  if (!/^0[1-9]\d{8}$/.test(bare)) return null;
  const code = places.find(([digits]) => digits.test(bare))?.[1] ?? '+33';
  return `${code}${bare.slice(1)}`;
};

/** The number a text message may go to: a French mobile, in E.164; `null` when the person gave none. */
export const mobileOf = (written: string | null): string | null => {
  const number = written === null ? null : e164(written);
  return number && mobile.test(number) ? number : null;
};
