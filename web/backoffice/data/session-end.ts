import { useEffect, useState } from 'preact/hooks';

const ended = 'parvis:session-ended';
let hasEnded = false;

/** Told by any call that was answered "unauthenticated" after the agent had been signed in. */
export function sayEnded(): void {
  hasEnded = true;
  dispatchEvent(new Event(ended));
}

export function useSessionEnded(): boolean {
  const [value, setValue] = useState(hasEnded);
  useEffect(() => {
    const listen = () => setValue(true);
    addEventListener(ended, listen);
    return () => removeEventListener(ended, listen);
  }, []);
  return value;
}

/** Where signing in starts; it comes back to the page shown. */
export const signInAddress = (to: string): string => `/api/session/agents/start?to=${encodeURIComponent(to)}`;
export const here = (): string => location.pathname + location.search;
