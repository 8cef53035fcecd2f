import type { Scope } from '../../agents/caller.ts';
import { dayInEnglish } from '../../letters/in-english.ts';
import type { Mandate } from '../mandate.ts';

/** Said below what is told of a mandate in French. */
const scopes: Record<Scope, string> = {
  requests: 'requests (make them, follow them, answer)',
  documents: 'documents of the safe (see them, add some)',
  appointments: 'appointments (book them, see them)',
  payments: 'payments (see them, pay them)',
};
const list = ({ scope }: Mandate): string => scope.map((one) => `- ${scopes[one]}`).join('\n');
const until = (mandate: Mandate): string => `until ${dayInEnglish(mandate.until)} included`;
type Words = { authority: string; phone: string; code: string; url: string };

/** To the person. */
export const toldBegun = (mandate: Mandate, { authority, phone, code, url }: Words): string =>
  [
    `${mandate.helper.name} may now act in your name with ${authority}, ${until(mandate)}, for:`,
    list(mandate),
    'You asked for nothing, or you change your mind? End it at once, without a reason:',
    [
      `- on ${url}, with the code ${code};`,
      '- by answering this message with one word: REVOKE;',
      `- or by calling ${phone}.`,
    ].join('\n'),
  ].join('\n\n');
export const toldOver = ({ helper: { name } }: Mandate, { authority, phone }: Words): string =>
  `${name} cannot act in your name with ${authority}. What was done before stays done. A question? Call ${phone}.`;

/** Plain letters, as short as can be. */
export const textBegun = 'This person may act for you. Not agreed? Open the link, or answer REVOKE.';
export const textOver = 'This person cannot act for you.';

export const toHelper = {
  offered: (mandate: Mandate, { authority, url }: Words): string =>
    [
      `${mandate.represented.name} wishes you to act in their name with ${authority}, ${until(mandate)}, for:`,
      list(mandate),
      `Open this link, sign in to your own account, then accept or refuse: ${url}`,
      'The link works for fourteen days: give it to nobody. Do you not know this person? Ignore this message: nothing begins without you.',
    ].join('\n\n'),
  begun: (mandate: Mandate, { authority, url }: Words): string =>
    [
      `You may act in the name of ${mandate.represented.name} with ${authority}, ${until(mandate)}, for:`,
      list(mandate),
      `Begin here: ${url}`,
      'What you do so bears your name. The person is told of it and can end it at any time.',
    ].join('\n\n'),
  over: (mandate: Mandate, { authority }: Words): string =>
    `Your mandate for ${mandate.represented.name} with ${authority} has ended. You no longer see their requests.`,
};
