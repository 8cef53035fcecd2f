export type Typed = { name: string; phone: string; email: string; birth: string; address: string };

/** What was searched goes where it belongs: an address of mail, a number, a street, or a name. */
export const beginningOf = (searched: string): Typed => {
  const empty: Typed = { name: '', phone: '', email: '', birth: '', address: '' };
  const words = searched.trim();
  if (words.includes('@')) return { ...empty, email: words };
  if (/^[+\d][\d .()-]{5,}$/.test(words)) return { ...empty, phone: words };
  if (/\d/.test(words)) return { ...empty, address: words };
  // Typed in haste, without capitals: written as a name is.
  const name = words.replace(/(?<=^|[\s'-])\p{L}/gu, (letter) => letter.toLocaleUpperCase('fr'));
  return { ...empty, name };
};
