import type { CircuitStep as TemplateStep } from '../letters/template.ts';
import type { WorkStep } from '../procedures/workflow.ts';
import type { CircuitStep, SigningMode } from './letter.ts';
import { kindTitles } from './messages/fr.ts';
import { type Decision, mayBeBare, mustBeSigned } from './must-be-signed.ts';

type Bare = Omit<CircuitStep, 'number' | 'round'>;
const bare = { holders: [], standIns: {}, approval: null };

/** Opinions that follow each other are asked at the same time; everything else waits for what stands before it. */
const inRounds = (steps: readonly Bare[]): CircuitStep[] => {
  let round = 0;
  return steps.map((step, number) => {
    const before = steps[number - 1];
    if (before && !(before.kind === 'opinion' && step.kind === 'opinion')) round += 1;
    return { ...step, number, round };
  });
};

/** The approvals a workflow asks for, the opinion of each department for itself. */
const ofWorkflow = (steps: readonly WorkStep[]): Bare[] =>
  steps.flatMap((step): Bare[] => {
    const { id: workStep, title } = step;
    if (step.kind === 'visa' || step.kind === 'signature')
      return [{ ...bare, workStep, title, kind: step.kind, by: step.by }];
    if (step.kind !== 'opinion') return [];
    return step.from.map((department) => ({
      ...bare,
      ...{ workStep, title, kind: 'opinion' },
      by: { role: 'head', department },
    }));
  });

const ofTemplate = (steps: readonly TemplateStep[]): Bare[] =>
  steps.map(({ kind, by }) => ({ ...bare, workStep: null, title: kindTitles[kind], kind, by }));

/** Without anything said, whoever signs for the department signs. */
const usual: readonly TemplateStep[] = [{ kind: 'signature', by: { role: 'signatory' } }];

/**
 * The approvals a letter needs: the procedure's steps after its letter; else the template's circuit; else none when the
 * template says why it decides nothing; else one signature. Where the law wants a signature that nothing asks for, one comes
 * last: a procedure with visas alone is published with an advice and works, rather than be refused for what can be mended.
 */
export const circuitFor = (
  workSteps: readonly WorkStep[],
  template: { circuit?: readonly TemplateStep[]; decidesNothing?: string } | null,
  isToSign = false,
): CircuitStep[] => {
  const byTemplate = template?.circuit ?? (template?.decidesNothing ? [] : usual);
  const asked = workSteps.length > 0 ? ofWorkflow(workSteps) : ofTemplate(byTemplate);
  const isSigned = asked.some(({ kind }) => kind === 'signature');
  return inRounds(isToSign && !isSigned ? [...asked, ...ofTemplate(usual)] : asked);
};

/** How the letter is signed: as the procedure's signature says, else as its template does. */
export const modeFor = (
  workSteps: readonly WorkStep[],
  template: { mode: SigningMode } | null,
): SigningMode => {
  const signature = workSteps.findLast((step) => step.kind === 'signature');
  return signature?.mode ?? template?.mode ?? 'seal';
};

type Signing = { mode: SigningMode; circuit?: readonly TemplateStep[]; decidesNothing?: string };
/**
 * Circuit and mode of a letter. What must be signed bears its signatory's own signature: a seal is nobody's (CRPA L212-1,
 * L212-3). Free text that is put into the book is signed as well, for nobody said that it decides nothing.
 * @param template the one chosen by the writer, or that of the procedure for the outcome (`isChosen` false)
 */
export const signingFor = (
  workSteps: readonly WorkStep[],
  given: { template: Signing | null; isChosen: boolean; decision: Decision; isNamed: boolean },
  lodged: Parameters<typeof mayBeBare>[0],
): { circuit: CircuitStep[]; mode: SigningMode } => {
  const { template, isChosen, decision } = given;
  const wanted = modeFor(workSteps, template);
  const isBare = wanted === 'unsigned';
  const mustSign = mustBeSigned(given, lodged) || (isBare && decision !== null && !mayBeBare(lodged));
  const isFree = decision === null && !isChosen && workSteps.length === 0;
  const circuit = circuitFor(workSteps, template, mustSign || isFree);
  if (mustSign) return { circuit, mode: 'personal' };
  return { circuit, mode: isBare && isFree ? 'seal' : wanted };
};

/** The round that waits, null when every approval is there. */
export const currentRound = (circuit: readonly CircuitStep[]): number | null =>
  circuit.find(({ approval }) => approval === null)?.round ?? null;

/** Steps that wait for somebody now. */
export const waitingSteps = (circuit: readonly CircuitStep[]): CircuitStep[] => {
  const round = currentRound(circuit);
  return circuit.filter((step) => step.round === round && step.approval === null);
};

/** The last signature of a circuit: its author answers for the letter (CRPA L212-1). */
export const signatureOf = (circuit: readonly CircuitStep[]): CircuitStep | null =>
  circuit.findLast(({ kind }) => kind === 'signature') ?? null;
