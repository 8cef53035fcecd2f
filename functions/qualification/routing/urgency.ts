import { normalise } from './features.ts';

/**
 * Signals that somebody cannot wait: a danger, a right about to be lost, a day that is today or tomorrow.
 * Two points make a message urgent. Chosen by reading, checked on the corpus (`npm run bench`).
 */
const signals: readonly [pattern: RegExp, points: number][] = [
  [/\burgen(?:t|te|ce)\b|\ben urgence\b|\bastreinte\b|\btout de suite\b|\bsans attendre\b/, 2],
  [
    /\bpompiers?\b|\b(?:aux|des) urgences\b|\bsamu\b|\bhospitalis|\bblesse|\bpercute|\brenverse|\bseringues?\b|\bverglac|\bgasoil\b/,
    2,
  ],
  [
    /\bexpuls|\bhuissier|\bcommissaire de justice|\bsaisie\b|\bcouper? le courant|\bcoupure\b|\btreve\b|\bsatd\b/,
    1.5,
  ],
  [
    /\bplus (?:rien a manger|une goutte|de chauffage|d eau)\b|\bdans (?:la|ma|sa|leur) voiture\b|\bdans (?:mon|un) fourgon\b|\b115\b|\bdialys|\binsuline\b|\bgreffe\b|\bapnee\b/,
    2,
  ],
  [/\b(?:ce matin|cette nuit|ce soir|aujourd hui|demain|en ce moment|tout a l heure)\b/, 1],
  [/\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:a |vers )?\d{1,2} ?h/, 0.5],
  [
    /\bdanger|\baccrochages?\b|\beffondr|\bs effondre|\bfissure|\btombe(?:r|e)? (?:dessus|dedans|sur)|\bfuite de gaz\b|\binond|\bdeborde|\brefoule|\bgeyser\b/,
    1,
  ],
  [/\b(?:arbre|branche|cable|poteau|mur|plaque)\b.{0,60}\b(?:tombe|menace|cassee?|penche|travers|bouge)/, 1],
  [/\b(?:feux|feu tricolore|feux tricolores)\b.{0,60}\b(?:eteints?|en panne|hs)\b/, 1.5],
  [
    /\bexpire\b|\bavant (?:demain|vendredi|lundi|jeudi|samedi|dimanche|ce soir|fin de semaine)\b|\bderniers? delais?\b/,
    1,
  ],
  [
    /\benfants?\b.{0,80}\b(?:danger|froid|blesse|malade|allergi|remis)|\bchenilles processionnaires\b|\bfrelons\b.{0,40}\bpiqu/,
    1,
  ],
  [/\bobseques\b|\binhumation\b|\bconvoi\b/, 1.5],
];

/** `high` when waiting would cost somebody dearly; the text of a note by phone or counter counts like any other. */
export const urgencyOf = (text: string): 'normal' | 'high' => {
  const plain = normalise(text);
  const points = signals.reduce((sum, [pattern, worth]) => sum + (pattern.test(plain) ? worth : 0), 0);
  return points >= 2 ? 'high' : 'normal';
};
