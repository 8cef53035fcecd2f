import type { Condition } from '../procedures/condition.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { otherLanguages } from '../procedures/translation.ts';
import type { Setting } from './setting.ts';

/** Names of the questions that a procedure of reports asks; its form and the pages of reports answer the same ones. */
export const questions = {
  category: 'category',
  danger: 'danger',
  details: 'details',
  commune: 'commune',
  place: 'place',
  photos: 'photos',
  email: 'email',
} as const;

/** Whether a procedure, whatever its name, asks the questions of reports. */
export const asksForReport = ({ steps }: Pick<Procedure, 'steps'>): boolean => {
  const asked = steps.flatMap(({ fields }) => fields.map(({ name }) => name));
  return [questions.category, questions.danger, questions.commune, questions.place].every((name) =>
    asked.includes(name),
  );
};

/** The procedure of reports with the categories as options and their departments as rules: said once, in `reports.json`. */
export function routedBy(setting: Setting, procedure: Procedure): Procedure {
  if (procedure.id !== setting.procedure) return procedure;
  const is = (field: string, value: string): Condition => ({ field, is: value });
  const routing = setting.categories.flatMap(({ code, department, byCommune }) => [
    ...Object.entries(byCommune).map(([commune, other]) => ({
      when: { all: [is(questions.category, code), is(questions.commune, commune)] } as Condition,
      department: other,
    })),
    { when: is(questions.category, code), department },
  ]);
  const options = setting.categories.map(({ code, label }) => ({ value: code, label }));
  const steps = procedure.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) =>
      field.name === questions.category && field.type === 'choice' ? { ...field, options } : field,
    ),
  }));
  return { ...procedure, routing, steps, translations: withLabels(setting, procedure) };
}

/** What the setting says of its categories in other languages, beside what the procedure says of the rest. */
function withLabels(setting: Setting, { translations }: Procedure): Procedure['translations'] {
  const labels = setting.categories.map(({ label }) => label);
  const said = otherLanguages.map((language) => {
    const own = Object.entries(setting.translations?.[language] ?? {});
    const words = {
      ...Object.fromEntries(own.filter(([text]) => labels.includes(text))),
      ...translations?.[language],
    };
    return [language, words] as const;
  });
  return Object.fromEntries(said.filter(([, words]) => Object.keys(words).length > 0));
}
