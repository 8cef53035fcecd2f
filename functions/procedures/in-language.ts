import type { Field, Step } from './field.ts';
import type { Procedure } from './procedure.ts';
import { type OtherLanguage, type PageLanguage, type Said, saidIn, textsIn } from './translation.ts';

type Say = (text: string) => string;
type Labelled = { label: string; hint?: string | undefined };
/** A procedure as a citizen reads it, with the language it is really in. */
export type ReadProcedure = Said<Procedure>;

const labelled = <T extends Labelled>(one: T, say: Say): T => ({
  ...one,
  label: say(one.label),
  ...(one.hint !== undefined && { hint: say(one.hint) }),
});
const all = <T extends Labelled>(list: readonly T[], say: Say): T[] => list.map((one) => labelled(one, say));

function fieldIn(field: Field, say: Say): Field {
  const own = labelled(field as Field & Labelled, say) as Field;
  switch (own.type) {
    case 'choice':
    case 'choices':
      return { ...own, options: all(own.options, say) };
    case 'number':
      return own.unit ? { ...own, unit: say(own.unit) } : own;
    case 'table':
      return { ...own, rows: all(own.rows, say), columns: all(own.columns, say) };
    case 'repeat': {
      const fields = own.fields.map((each) => fieldIn(each, say)) as typeof own.fields;
      return { ...own, rowLabel: say(own.rowLabel), addLabel: say(own.addLabel), fields };
    }
    default:
      return own;
  }
}

const stepIn = (step: Step, say: Say): Step => ({
  ...step,
  title: say(step.title),
  ...(step.hint !== undefined && { hint: say(step.hint) }),
  fields: step.fields.map((field) => fieldIn(field, say)),
});

/** Every sentence that a citizen reads, said by `say`; names, codes and rules stay. */
function mapTexts(procedure: Procedure, say: Say): Procedure {
  return {
    ...procedure,
    title: say(procedure.title),
    summary: say(procedure.summary),
    youWillNeed: procedure.youWillNeed.map(say),
    ...(procedure.before !== undefined && { before: say(procedure.before) }),
    ineligible: procedure.ineligible.map((rule) => ({ ...rule, because: say(rule.because) })),
    documents: procedure.documents.map((document) => ({
      ...labelled(document, say),
      accepts: all(document.accepts, say),
    })),
    steps: procedure.steps.map((step) => stepIn(step, say)),
    fees: all(procedure.fees, say),
  };
}

/** Sentences of a procedure that a citizen reads, each once, in their order. */
export const textsOf = (procedure: Procedure): string[] => textsIn(procedure, mapTexts);

/** Sentences that have no translation yet. */
export const missingIn = (procedure: Procedure, language: OtherLanguage): string[] =>
  textsOf(procedure).filter((text) => procedure.translations?.[language]?.[text] === undefined);

/** A procedure in a language, where it has it. */
export const inLanguage = (procedure: Procedure, language: PageLanguage): ReadProcedure =>
  saidIn(procedure, language, mapTexts);
