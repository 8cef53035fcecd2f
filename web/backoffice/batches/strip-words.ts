import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { percent } from '../../ui/messages/numbers.ts';
import type { Place } from './clerk-api.ts';
import type { Spot } from './strip-state.ts';

/** What is held of a place: `Plutôt deux courriers`, `Le même courrier`. */
export const verdictWords = ({ verdict, leans }: Place): string =>
  verdict === 'doubt' ? t.verdict[leans === 'cut' ? 'doubtCut' : 'doubtJoin'] : t.verdict[verdict];

/** How sure, or who decided. */
export const sureWords = ({ decidedBy, confidence }: Place, login: string): string =>
  decidedBy ? t.decidedBy(decidedBy === login) : t.sure(percent(confidence));

/** A place as it is spoken. */
export const placeWords = ({ place, left, right }: Spot, login: string): string =>
  t.nowAt(
    left.page,
    right.page,
    [
      verdictWords(place).toLowerCase(),
      sureWords(place, login),
      ...(place.verdict === 'doubt' ? [t.toDecide] : []),
    ].join(', '),
  );
