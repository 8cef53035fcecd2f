/** A number from 0 to 1 that depends on nothing but these three: which call of which rule is struck, whatever else runs (Mulberry32). */
export const draw = (seed: number, rule: number, met: number): number => {
  let state = (seed ^ Math.imul(rule + 1, 0x9e3779b1) ^ Math.imul(met + 1, 0x85ebca6b)) | 0;
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};
