/** What stands in an address, as a person wrote it; as it stands where a mail or a hand cut it in the middle of a letter. */
export const readable = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
