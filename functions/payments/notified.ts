/** Number of the operation that a notification is about, from its form or its address; `null` when there is none. */
export const notifiedOf = (body: string, query = ''): string | null => {
  for (const text of [body.slice(0, 4_000), query]) {
    const found = [...new URLSearchParams(text)].find(([name]) => name.toLowerCase() === 'idop');
    if (found && /^[\w-]{6,64}$/.test(found[1])) return found[1];
  }
  return null;
};
