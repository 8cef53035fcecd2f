import { readable } from '../../ui/readable.ts';

/**
 * The reference as the service writes it, from what a person typed: "vc 2026 123 w" → "VC-2026-000123-W". Without its
 * letter it is sent without it; what does not look like one is sent as typed.
 */
export function readReference(typed: string): string {
  const text = typed.trim().toUpperCase();
  const match = /^([A-Z]{2,4})[\s\-_.]*(\d{4})[\s\-_.]*(\d{1,6})[\s\-_.]*([A-Z])?$/.exec(text);
  if (!match) return typed.trim();
  const [, prefix, year, number = '', letter] = match;
  return [prefix, year, number.padStart(6, '0'), letter].filter(Boolean).join('-');
}

/** What opens a request: its code, or none for the signed-in account that follows it. */
export type Access = { reference: string; code?: string };
export const headersOf = ({ code }: Access): { 'x-tracking-code'?: string } =>
  code ? { 'x-tracking-code': code } : {};

/** `#VC-2026-000123-W:CODE` of a mail's link. The fragment never leaves the browser. */
export function readFragment(hash: string): Access | undefined {
  const [reference, code] = readable(hash.replace(/^#/, '')).split(':');
  return reference && code ? { reference: readReference(reference), code: code.trim() } : undefined;
}

const key = 'parvis:tracked';
/** Kept for this tab only, so that a reload does not ask again. */
export function rememberAccess(access: Access | undefined): void {
  try {
    if (access) sessionStorage.setItem(key, JSON.stringify(access));
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
export function rememberedAccess(): Access | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '') as Access;
  } catch {
    return undefined;
  }
}
