import { base } from '../routes.ts';
import type { Seen } from './book-api.ts';

const kept = 'parvis-book-selection';
const back = 'reprendre';

/** Goes through the identity provider, which asks again who the person is, and comes back to the same selection. */
export function confirmIdentity(letters: readonly Seen[]): void {
  sessionStorage.setItem(kept, JSON.stringify(letters));
  const to = `${base}/parapheur?${back}=1`;
  location.assign(`/api/session/agents/start?again=1&to=${encodeURIComponent(to)}`);
}

/** The selection that was under way, once, when coming back. */
export function takeSelection(search: string): Seen[] {
  if (!new URLSearchParams(search).has(back)) return [];
  const found = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  try {
    const letters: unknown = JSON.parse(found ?? '[]');
    return Array.isArray(letters) ? letters : [];
  } catch {
    return [];
  }
}
