/** Said below the mails of payments: the acknowledgement that the law asks for, above, is in French. */
export const euros = (cents: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100);

type Paid = { label: string; cents: number; payRef: string; note: string | null; url: string };
export const acknowledgement = ({ label, cents, payRef, note, url }: Paid): string =>
  [
    `We have received your payment of ${euros(cents)} (${label}). Its reference is ${payRef}.`,
    ...(note ? [note] : []),
    'Your receipt is attached to this message. Keep it.',
    `Your payments, on a page in English: ${url}`,
  ].join('\n\n');
export const receipt = {
  twice: 'You had paid this already. Your second payment will be sent back to you: you have nothing to do.',
  dropped: 'You no longer owed this. It will be sent back to you: you have nothing to do.',
};
const page = (url: string) => `Your payments, on a page in English: ${url}`;
export const refundMail = {
  accepted: (cents: number, url: string) =>
    `Your refund of ${euros(cents)} is accepted. It comes by bank transfer: allow a few weeks.\n\n${page(url)}`,
  done: (cents: number, day: string, url: string) =>
    `Your refund of ${euros(cents)} was made on ${day}.\n\n${page(url)}`,
  refused: (cents: number, url: string) =>
    `Your request for a refund of ${euros(cents)} was not accepted. The reason is given above, in French. You can ask us about it.\n\n${page(url)}`,
};
export const below = (cents: number, url: string): string =>
  `The prepaid meal account of your family is below zero: you owe ${euros(-cents)}. Meals are still served. Please pay into the account as soon as you can: ${url}`;
