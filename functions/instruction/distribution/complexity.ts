import type { WorkStep } from '../../procedures/workflow.ts';

/** What makes a request heavy, as far as it is known. */
export type Weight = {
  workflow: readonly Pick<WorkStep, 'kind'>[];
  /** Departments that must be asked. */
  opinions: number;
  documents: number;
  /** What the silence of the authority would decide. */
  silence: 'sva' | 'svr' | 'none';
  urgency: 'normal' | 'high';
  /** Letters that were given back unsigned, and reopenings. */
  refusals: number;
  /** Characters of what the person wrote. */
  length: number;
};
export type Complexity = { score: number; why: { code: string; points: number }[] };
const heaviest = 10;

const longText = 2_500;
const upTo = (most: number, count: number): number => Math.min(most, Math.max(0, count));

/** From 0, a plain question, to 10; each point with what gave it. */
export const complexityOf = (weight: Weight): Complexity => {
  const { workflow, opinions, documents, silence, urgency, refusals, length } = weight;
  const why = [
    { code: 'steps', points: upTo(2, Math.floor(workflow.length / 3)) },
    { code: 'opinions', points: upTo(2, opinions) },
    { code: 'documents', points: documents >= 6 ? 2 : documents >= 3 ? 1 : 0 },
    // A silence that grants leaves no second chance to look.
    { code: 'silence', points: silence === 'sva' ? 2 : silence === 'svr' ? 1 : 0 },
    { code: 'urgent', points: urgency === 'high' ? 1 : 0 },
    { code: 'refused-before', points: upTo(2, refusals) },
    { code: 'long-text', points: length >= longText ? 1 : 0 },
  ].filter(({ points }) => points > 0);
  return {
    score: upTo(
      heaviest,
      why.reduce((sum, { points }) => sum + points, 0),
    ),
    why,
  };
};
