import type { ReturnReason } from '../delivery/returned.ts';
import { fold } from './names.ts';

/** What the post writes or sticks on what it could not deliver; whoever answers on it says "je n'habite plus" of their own. */
const marks: readonly (readonly [ReturnReason, RegExp])[] = [
  ['refused', /\bpli refuse\b/],
  ['unclaimed', /\b(?:pli avise|non reclame)\b/],
  ['inaccessible', /\bdefaut d acces\b/],
  [
    'unknown-address',
    /\b(?:npai|pnd|(?:destinataire )?(?:inconnu|non identifiable) a l adresse|destinataire inconnu|defaut d adressage|(?<!\bje )n habite (?:pas|plus) a l adresse)\b/,
  ],
];
/** That it came back, and no more. */
const cameBack = /\b(?:retour a l (?:envoyeur|expediteur)|non distribuable)\b/;

/** Whether the post says on a sheet that it brought it back. */
export const isBroughtBack = (text: string): boolean => {
  const folded = fold(text);
  return cameBack.test(folded) || marks.some(([, mark]) => mark.test(folded));
};

/**
 * Why the post brought a letter back, when it says one thing: a letter that nobody fetched leaves its address a good one. A
 * sticker that lists every reason, with a cross that no reader sees, says none: the address is looked at again.
 */
export const reasonOnSheet = (text: string): ReturnReason => {
  const folded = fold(text);
  const said = marks.flatMap(([reason, mark]) => (mark.test(folded) ? [reason] : []));
  return said.length === 1 && said[0] ? said[0] : 'unknown-address';
};
