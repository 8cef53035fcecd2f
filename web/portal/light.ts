const kept = 'parvis-light';
type Connected = Navigator & { connection?: { saveData?: boolean } };

/** Less data: asked for on this device, or by the phone itself. */
export const wantsLight = (): boolean => {
  if (typeof document === 'undefined') return false;
  const said = localStorage.getItem(kept);
  if (said) return said === 'yes';
  return (
    (navigator as Connected).connection?.saveData === true ||
    matchMedia('(prefers-reduced-data: reduce)').matches
  );
};
export const rememberLight = (isLight: boolean): void => localStorage.setItem(kept, isLight ? 'yes' : 'no');
