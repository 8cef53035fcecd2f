import type { CircuitStep as TemplateStep } from '../letters/template.ts';
import type { WorkStep } from '../procedures/workflow.ts';
import type { Request } from '../requests/request.ts';
import type { CircuitStep, SigningMode } from './letter.ts';
import { kindTitles } from './messages/fr.ts';

const bare = { holders: [], standIns: {}, approval: null };

/** Opinions that follow each other are asked at the same time; everything else waits for what stands before it. */
const inRounds = (steps: readonly Omit<CircuitStep, 'number' | 'round'>[]): CircuitStep[] => {
  let round = 0;
  return steps.map((step, number) => {
    const before = steps[number - 1];
    if (before && !(before.kind === 'opinion' && step.kind === 'opinion')) round += 1;
    return { ...step, number, round };
  });
};

/** The approvals a workflow asks for, the opinion of each department for itself. */
const ofWorkflow = (steps: readonly WorkStep[]): CircuitStep[] =>
  inRounds(
    steps.flatMap((step): Omit<CircuitStep, 'number' | 'round'>[] => {
      const { id: workStep, title } = step;
      if (step.kind === 'visa' || step.kind === 'signature')
        return [{ ...bare, workStep, title, kind: step.kind, by: step.by }];
      if (step.kind !== 'opinion') return [];
      return step.from.map((department) => ({
        ...bare,
        ...{ workStep, title, kind: 'opinion' },
        by: { role: 'head', department },
      }));
    }),
  );

const ofTemplate = (steps: readonly TemplateStep[]): CircuitStep[] =>
  inRounds(steps.map(({ kind, by }) => ({ ...bare, workStep: null, title: kindTitles[kind], kind, by })));

/** Without anything said, whoever signs for the department signs. */
const usual: readonly TemplateStep[] = [{ kind: 'signature', by: { role: 'signatory' } }];

/**
 * The approvals a letter needs: the procedure's steps after its letter; else the template's circuit, which may be empty (then
 * nobody is asked); else one signature.
 */
export const circuitFor = (
  workSteps: readonly WorkStep[],
  template: { circuit?: readonly TemplateStep[] } | null,
): CircuitStep[] => (workSteps.length > 0 ? ofWorkflow(workSteps) : ofTemplate(template?.circuit ?? usual));

/** How the letter is signed: as the procedure's signature says, else as its template does. */
export const modeFor = (
  workSteps: readonly WorkStep[],
  template: { mode: SigningMode } | null,
): SigningMode => {
  const signature = workSteps.findLast((step) => step.kind === 'signature');
  return signature?.mode ?? template?.mode ?? 'seal';
};

/** Notified through the authority's own teleservice, to somebody who consents to it (CRPA L212-2). */
export const mayBeUnsigned = ({
  channel,
  portalConsent,
}: Pick<Request, 'channel' | 'portalConsent'>): boolean => channel === 'form' && portalConsent;

type Signing = { mode: SigningMode; circuit?: readonly TemplateStep[] };
/**
 * A template without signature, for somebody whom no teleservice notifies, or for a refusal: the letter is signed as usual. A
 * seal is nobody's signature (CRPA L212-1 to L212-3).
 */
export const signedAsUsual = <T extends Signing>(template: T, isByPortal: boolean, refuses = false): T => {
  const { mode, circuit } = template;
  if (mode === 'unsigned') return isByPortal ? template : { ...template, mode: 'seal', circuit: undefined };
  const isSigned = !circuit || circuit.some(({ kind }) => kind === 'signature');
  return refuses && !isSigned ? { ...template, circuit: undefined } : template;
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
