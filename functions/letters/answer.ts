import type { Agent } from '../agents/agent.ts';
import type { Authority, Department } from '../settings/authority.ts';
import type { Written } from './acknowledgement.ts';
import type { LetterOutcome } from './letter.ts';
import { legalMentions } from './mentions.ts';
import { subjects, unsignedGrant } from './messages/fr.ts';

export type Signed = {
  agent: Pick<Agent, 'givenName' | 'familyName' | 'title'>;
  department: Department;
  authority: Pick<Authority, 'name' | 'court' | 'contact'>;
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

/**
 * The answer, with the names of its author; a refusal says how and where it can be contested, or its term never runs (CJA R421-5), and a decision
 * in which a model took part says so (CRPA L311-3-1).
 */
export const answerLetter = (
  given: {
    subject: string;
    text: string;
    outcome: LetterOutcome;
    algorithm?: boolean;
    procedureTitle?: string | null;
  },
  signed: Signed,
): Written => {
  const { outcome, algorithm = false, procedureTitle = null } = given;
  const { authority } = signed;
  const mentions = legalMentions({ kind: 'decision', outcome, algorithm, procedureTitle, authority });
  return {
    subject: subjects.answer(given.subject),
    text: [
      given.text.trim(),
      ...mentions.map(({ text }) => text),
      signature(signed),
      // An answer that grants and is not a letter of the book goes by the teleservice: its reader is told why nobody signs.
      ...(outcome === 'granted' ? [unsignedGrant(authority.name)] : []),
    ].join('\n\n'),
  };
};
