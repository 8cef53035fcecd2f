import { type Known, wrongNames } from '../../functions/procedures/names.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import type { Problem } from './problem.ts';
import type { Filed } from './shape.ts';

/** Whether the names a procedure uses exist: its questions, its departments, its letters. */
export function formChecks({ file, content }: Filed<Procedure>, known: Known): Problem[] {
  return wrongNames(content, known).map(({ field, code, params }) => {
    const name = String(params?.name);
    return { file, field, ...(sentences[code] as Sentence)(name, known) };
  });
}

type Sentence = (name: string, known: Known) => { problem: string; remedy: string };
const sentences: Record<string, Sentence> = {
  'unknown-question': (name) => ({
    problem: `no question is named "${name}"`,
    remedy: 'write the name of a field of the steps, or add the question',
  }),
  'unknown-department': (name, { departments }) => ({
    problem: `there is no department "${name}"`,
    remedy: `write one of ${departments.join(', ')}, or add it to the departments of authority.json`,
  }),
  'unknown-letter': (name) => ({
    problem: `there is no letter "${name}"`,
    remedy: `add letters/${name}.json, or leave the field out`,
  }),
  repeated: (name) => ({
    problem: `"${name}" stands twice`,
    remedy: 'give each a name of its own: answers are kept by name',
  }),
};
