import { checkProcedure } from '../../functions/procedures/checks/check.ts';
import type { Known } from '../../functions/procedures/checks/finding.ts';
import type { Procedure } from '../../functions/procedures/procedure.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';

const { authority, letters, people } = loadCollectivity('val-clair');
const known: Known = {
  departments: authority.departments.map(({ code }) => code),
  communes: authority.communes.map(({ code }) => code),
  letters,
  agents: people.agents,
  today: '2026-11-22',
};
/** The proof of domicile stands in the law of these: code civil, articles 63 and 316. */
const lawful = ['dossier-mariage', 'reconnaissance-enfant'];

/** What the check of publishing has to say about a procedure of the demonstration, but what its law allows. */
export const procedureAdvice = (procedure: Procedure): string[] =>
  checkProcedure(procedure, known)
    .problems.filter(({ code }) => !(code === 'domicile-asked' && lawful.includes(procedure.id)))
    .map(({ field, code }) => `${field}: ${code}`);
