import type { Procedure } from '../procedure.ts';
import { advice, type Finding, found, type Path } from './finding.ts';

/** The number of registration at the national register may not be asked (decree 2019-341 lists who may). */
const nir =
  /\bn\.?i\.?r\b|num[e\u00e9]ro (de )?(s[e\u00e9]cu(rit[e\u00e9] sociale)?\b|d.assur[e\u00e9] social|d.inscription au r[e\u00e9]pertoire)|n\u00b0 ?(de )?s[e\u00e9]cu/i;
const domicile =
  /(justificatif|justification|preuve) (de|du) (votre )?domicile|facture (d.[e\u00e9]lectricit[e\u00e9]|de gaz)/i;
/** Procedures in which a proof of domicile may be asked (CRPA R113-8): titles, residents' attestation, electoral roll, school. */
const domicileAllowed =
  /[e\u00e9]lector|identit[e\u00e9]|passeport|titre de s[e\u00e9]jour|nationalit[e\u00e9]|immatricul|accueil|scolaire|[e\u00e9]cole/i;
const certified = /copies? certifi[e\u00e9]es?|certifi[e\u00e9]e?s? conformes?/i;

/** What the law forbids to ask, or allows only in some procedures. */
export function lawFindings(procedure: Procedure): Finding[] {
  const mayAsk = domicileAllowed.test(`${procedure.id} ${procedure.title} ${procedure.keywords.join(' ')}`);
  return asked(procedure).flatMap(({ text, path, legal }) => [
    ...(nir.test(text) ? [found(path, 'nir-asked')] : []),
    ...(domicile.test(text) && !mayAsk && !legal ? [advice(path, 'domicile-asked')] : []),
    ...(certified.test(text) ? [advice(path, 'certified-copy')] : []),
  ]);
}

type Asked = { text: string; path: Path; legal?: boolean };
function asked({ steps, documents }: Procedure): Asked[] {
  const texts = new Map(documents.map(({ code, requiredBy }) => [code, requiredBy !== undefined]));
  const questions = steps.flatMap((step, at) =>
    step.fields.flatMap((field, index): Asked[] => {
      const path = ['steps', at, 'fields', index];
      if (field.type === 'information') return [];
      const legal = field.type === 'files' && texts.get(field.document ?? '');
      const own = { text: words(field), path, legal };
      if (field.type !== 'repeat') return [own];
      return [own, ...field.fields.map((one, row) => ({ text: words(one), path: [...path, 'fields', row] }))];
    }),
  );
  return [
    ...questions,
    ...documents.map(({ label, requiredBy }, at) => ({
      text: label,
      path: ['documents', at],
      legal: requiredBy !== undefined,
    })),
  ];
}
/** A name written in one word reads as several: numeroSecu, numero secu. Hints say what not to write: they are left out. */
const words = ({ name, label }: { name: string; label: string }): string =>
  `${label} ${name.replace(/([A-Z])/g, ' $1').toLowerCase()}`;
