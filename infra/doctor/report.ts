import { type Finding, isBlocking, type State } from './finding.ts';

const marks: Record<State, string> = { done: '✓', todo: '□', later: '·', wrong: '✗', unknown: '?' };

/** What is said to the person: what is wrong first in words, then every step in its order with what to type. */
export function report(name: string, findings: readonly Finding[]): string {
  const open = findings.filter(({ state }) => state !== 'done');
  const count = (...states: State[]) => findings.filter(({ state }) => states.includes(state)).length;
  let number = 0;
  const lines = findings.flatMap((finding) => {
    const { state, title, why, steps = [] } = finding;
    const isStep = state !== 'done';
    if (isStep) number += 1;
    const head = `${marks[state]} ${isStep ? `${String(number).padStart(2)}. ` : '    '}${title}${why ? ` – ${why}` : ''}`;
    return [head, ...(isStep ? steps.map((step) => `        ${step}`) : [])];
  });
  const ending =
    open.length === 0
      ? 'Nothing is missing.'
      : `${count('wrong')} wrong, ${count('todo')} to do, ${count('later')} after a step before, ${count('unknown')} not looked at.`;
  const stop = findings.filter(isBlocking);
  return [
    `Parvis, ${name}`,
    '',
    ...lines,
    '',
    `✓ there   □ to do   · later   ✗ wrong   ? not looked at`,
    ending,
    ...(stop.length > 0 ? [`Do not deploy before: ${stop.map(({ title }) => title).join('; ')}.`] : []),
  ].join('\n');
}
