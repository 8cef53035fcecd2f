import type { Agent } from '../agents/agent.ts';
import type { Authority, Department } from '../settings/authority.ts';
import type { Written } from './acknowledgement.ts';
import { remedies, subjects } from './messages/fr.ts';

export type Signed = {
  agent: Pick<Agent, 'givenName' | 'familyName' | 'title'>;
  department: Department;
  authority: Pick<Authority, 'name' | 'court'>;
};

/** First name, name, title and administrative address of the agent in charge (CRPA L111-2, L212-1). */
export const signature = ({ agent, department }: Signed): string =>
  [
    `${agent.givenName} ${agent.familyName}`,
    agent.title,
    department.name,
    department.postalAddress,
    department.phone,
  ].join('\n');

export const authorOf = ({ givenName, familyName, title }: Signed['agent']): string =>
  `${givenName} ${familyName}, ${title}`;

/** A message of the department, signed. */
export const messageLetter = (subject: string, text: string, signed: Signed): Written => ({
  subject: subjects.message(subject),
  text: [text.trim(), signature(signed)].join('\n\n'),
});

/** The answer, signed; a refusal says how and where it can be contested, or its term never runs (CJA R421-5). */
export const answerLetter = (
  given: { subject: string; text: string; outcome: 'granted' | 'refused' | 'answered' },
  signed: Signed,
): Written => {
  const contest =
    given.outcome === 'refused' ? [remedies(signed.authority.name, signed.authority.court)] : [];
  return {
    subject: subjects.answer(given.subject),
    text: [given.text.trim(), ...contest, signature(signed)].join('\n\n'),
  };
};
