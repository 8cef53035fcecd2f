/** What opens payments in this tab: the code of a request, or the pass of an invoice. Never in an address. */
export type PayAccess = { reference?: string; code?: string; pass?: string; payment?: string };

const key = 'parvis:payer';
export function rememberPay(access: PayAccess | undefined): void {
  try {
    if (access) sessionStorage.setItem(key, JSON.stringify(access));
    else sessionStorage.removeItem(key);
  } catch {
    return;
  }
}
export function rememberedPay(): PayAccess | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '') as PayAccess;
  } catch {
    return undefined;
  }
}
export const headersOf = ({
  code,
  pass,
}: PayAccess): { 'x-tracking-code'?: string; 'x-payment-pass'?: string } => ({
  ...(code && { 'x-tracking-code': code }),
  ...(pass && { 'x-payment-pass': pass }),
});
