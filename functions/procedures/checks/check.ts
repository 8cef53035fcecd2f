import type { ProcedureProblem } from '../agent-api.ts';
import { adviceSentences } from '../messages/advice-fr.ts';
import { senseSentences } from '../messages/sense-fr.ts';
import { type Said, shapeSentences } from '../messages/shape-fr.ts';
import type { Procedure } from '../procedure.ts';
import { aroundFindings } from './around.ts';
import type { Finding, Known } from './finding.ts';
import { formFindings } from './form.ts';
import { lawFindings } from './law.ts';
import { placeOf } from './place.ts';
import { plainFindings } from './plain.ts';
import { salvaged } from './salvage.ts';
import { readShape } from './shape.ts';
import { workflowFindings } from './workflow.ts';

export type Checked = {
  /** The document with its defaults, when its shape is right; it may still be refused for what it means. */
  procedure: Procedure | null;
  problems: ProcedureProblem[];
};
const sentences = { ...shapeSentences, ...senseSentences, ...adviceSentences };

/** Everything that is wrong with a document, any JSON: errors first, in the order of the document, then advice. */
export function checkProcedure(document: unknown, known: Known): Checked {
  const read = readShape(document);
  if ('findings' in read) {
    const rest = salvaged(document, read.findings);
    const more = rest ? meaning(rest.procedure, known).filter(rest.isOurs) : [];
    return { procedure: null, problems: said([...read.findings, ...more].sort(byRank), document) };
  }
  const { procedure } = read;
  const findings = [...meaning(procedure, known), ...plainFindings(procedure)];
  return { procedure, problems: said(findings.sort(byRank), document) };
}

/** What keeps a procedure of the right shape from being published, and what the law says about it. */
export const meaning = (procedure: Procedure, known: Known): Finding[] => [
  ...formFindings(procedure, known.today),
  ...aroundFindings(procedure, known),
  ...workflowFindings(procedure, known),
  ...lawFindings(procedure),
];

export const isError = ({ level }: Pick<ProcedureProblem, 'level'>): boolean => level === 'error';

const rank = ({ level }: Finding): number => (level === 'advice' ? 1 : 0);
const byRank = (one: Finding, other: Finding): number => rank(one) - rank(other);
const said = (findings: readonly Finding[], document: unknown): ProcedureProblem[] =>
  findings.map((finding) => ({
    level: finding.level ?? 'error',
    path: finding.path.join('.'),
    ...placeOf(document, finding.path),
    code: finding.code,
    ...sentenceOf(finding),
  }));

/** The sentences of a finding in the words of the people who write procedures. */
export function sentenceOf({ code, params = {} }: Pick<Finding, 'code' | 'params'>): Said {
  const sentence = sentences[code];
  if (!sentence) throw new Error(`no sentence for ${code}`);
  return sentence(params);
}
