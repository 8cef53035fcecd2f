/** FNV-1a of a text, 32 bits: the same on every machine. `start` other than its own keys the hash. */
export const fnv1a = (text: string, start = 0x811c9dc5): number => {
  let value = start;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
};
