/** What somebody typed as a whole number of three digits at most, within bounds that are both allowed; `null` otherwise. */
export const wholeNumber = (text: string, least: number, most: number): number | null => {
  const value = Number(text.trim());
  return /^\d{1,3}$/.test(text.trim()) && value >= least && value <= most ? value : null;
};
