import type { Procedure } from '../procedure.ts';
import { departmentsOf } from '../routing.ts';
import type { Actor, WorkStep } from '../workflow.ts';
import { conditionFindings } from './conditions.ts';
import { advice, type Finding, found, type Known, missing, type Path, repeated } from './finding.ts';
import { questionsOf } from './questions.ts';

const toCome: readonly WorkStep['kind'][] = ['appointment', 'external-call'];
type Outcome = 'granted' | 'refused' | 'answered';
/** What stands before a step, as one reads the list from above. */
type Before = { decision: readonly Outcome[] | null; letter: boolean; isTold: boolean; signed: boolean };

/** What is wrong with the instruction: an order that cannot work, and people or departments who do not exist. */
export function workflowFindings(procedure: Procedure, known: Known): Finding[] {
  const { workflow } = procedure;
  const questions = questionsOf(procedure);
  let before: Before = { decision: null, letter: false, isTold: false, signed: false };
  const steps = workflow.flatMap((step, at) => {
    const path = ['workflow', at];
    const outcomes = before.decision ?? undefined;
    const findings = [
      ...conditionFindings(step.when, [...path, 'when'], { questions, outcomes }),
      ...orderFindings(step, before, path),
      ...(step.kind === 'letter' && !before.decision && isOfOutcome(step.template, procedure, known)
        ? [found(path, 'letter-before-decision')]
        : []),
      ...stepFindings(step, path, procedure, known),
    ];
    before = after(step, before);
    return findings;
  });
  return [
    ...repeated(workflow.map(({ id }, at) => [id, ['workflow', at, 'id']])),
    ...steps,
    ...unfinished(workflow, before),
    ...unsigned(workflow),
  ];
}

function after(step: WorkStep, before: Before): Before {
  if (step.kind === 'decision') return { ...before, decision: step.outcomes, isTold: false };
  if (step.kind === 'letter') return { ...before, letter: true, isTold: true, signed: false };
  return step.kind === 'signature' ? { ...before, signed: true } : before;
}

function orderFindings(step: WorkStep, { letter, signed }: Before, path: Path): Finding[] {
  if (step.kind !== 'visa' && step.kind !== 'signature') return [];
  if (!letter) return [found(path, `${step.kind}-without-letter`)];
  return signed ? [found(path, 'already-signed')] : [];
}

/** A letter that grants or refuses, by its template or, without one, by those of the procedure. */
function isOfOutcome(template: string | undefined, { letters }: Procedure, known: Known): boolean {
  if (!template) return letters.granted !== undefined || letters.refused !== undefined;
  const outcome = known.letters.find(({ id }) => id === template)?.outcome;
  return outcome === 'granted' || outcome === 'refused';
}

function unfinished(workflow: readonly WorkStep[], { decision, letter, isTold }: Before): Finding[] {
  const at = workflow.findLastIndex(({ kind }) => kind === 'decision');
  if (decision && !isTold) return [advice(['workflow', at], 'decision-without-letter')];
  return workflow.length > 0 && !decision && !letter ? [advice(['workflow'], 'no-decision')] : [];
}

/** Visas that nobody's signature follows: the letter gets one where the law wants it (CRPA L212-1), which is said. */
function unsigned(workflow: readonly WorkStep[]): Finding[] {
  const at = workflow.findLastIndex(({ kind }) => kind === 'letter');
  const after = workflow.slice(at + 1);
  const isApproved = at >= 0 && after.some(({ kind }) => kind === 'visa');
  const isSigned = after.some(({ kind }) => kind === 'signature');
  return isApproved && !isSigned ? [advice(['workflow', at], 'letter-without-signature')] : [];
}

function stepFindings(step: WorkStep, path: Path, procedure: Procedure, known: Known): Finding[] {
  if (toCome.includes(step.kind)) return [found([...path, 'kind'], 'part-to-come', { kind: step.kind })];
  switch (step.kind) {
    case 'payment': {
      const fee = procedure.fees.find(({ code }) => code === step.fee);
      const isLater = fee !== undefined && (fee.due ?? 'opening') !== 'opening';
      return [
        ...missing(
          'unknown-fee',
          [...path, 'fee'],
          step.fee,
          procedure.fees.map(({ code }) => code),
        ),
        ...(isLater ? [found([...path, 'fee'], 'fee-owed-later', { name: step.fee })] : []),
      ];
    }
    case 'check':
      return repeated(step.points.map(({ code }, at) => [code, [...path, 'points', at, 'code']]));
    case 'opinion':
      return [
        ...repeated(step.from.map((code, at) => [code, [...path, 'from', at]])),
        ...step.from.flatMap((code, at) => [
          ...missing('unknown-department', [...path, 'from', at], code, known.departments),
          ...(code === procedure.department
            ? [advice([...path, 'from', at], 'own-opinion', { name: code })]
            : []),
        ]),
      ];
    case 'letter':
      return missing(
        'unknown-letter',
        [...path, 'template'],
        step.template,
        known.letters.map(({ id }) => id),
      );
    case 'visa':
    case 'signature':
      return actorFindings(step.by, [...path, 'by'], departmentsOf(procedure), known);
    default:
      return [];
  }
}

/** Nobody in the whole authority is an error; nobody in the department, that another one would stand in. */
function actorFindings(by: Actor, path: Path, own: readonly string[], known: Known): Finding[] {
  const { agents, departments } = known;
  if ('agent' in by)
    return missing(
      'unknown-agent',
      [...path, 'agent'],
      by.agent,
      agents.map(({ login }) => login),
    );
  const unknown = missing('unknown-department', [...path, 'department'], by.department, departments);
  if (unknown.length > 0) return unknown;
  const able = agents.filter(({ roles }) => roles.includes(by.role));
  if (able.length === 0) return [found([...path, 'role'], 'nobody-with-role', { role: by.role })];
  const wanted = by.department ? [by.department] : own;
  const without = wanted.filter((code) => !able.some((agent) => agent.departments.includes(code)));
  return without.map((name) => advice([...path, 'role'], 'nobody-in-department', { role: by.role, name }));
}
