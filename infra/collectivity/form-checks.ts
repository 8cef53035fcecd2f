import { meaning, sentenceOf } from '../../functions/procedures/checks/check.ts';
import type { Known } from '../../functions/procedures/checks/finding.ts';
import { placeOf } from '../../functions/procedures/checks/place.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import type { Problem } from './problem.ts';
import type { Filed } from './shape.ts';

/** What would keep a procedure from being published, in the words that its writers read in the back-office. */
export function formChecks({ file, content }: Filed<Procedure>, known: Known): Problem[] {
  return meaning(content, known)
    .filter(({ level }) => level !== 'advice')
    .map((finding) => {
      const { message, remedy } = sentenceOf(finding);
      const { place } = placeOf(content, finding.path);
      return { file, field: finding.path.join('.'), problem: `${place} : ${message}`, remedy };
    });
}
