import { day } from './dates.ts';
import { number } from './numbers.ts';

/** On a request that changed departments too often. */
export const arbitration = {
  bannerTitle: 'L’unité qualité doit dire à qui revient cette demande',
  banner: (n: number, at: string) =>
    `Elle a changé de direction ${number(n)} fois. Depuis le ${day(at)}, elle ne peut plus être déplacée ; la direction actuelle peut y travailler en attendant.`,
  bannerLink: 'Arbitrer',
};
