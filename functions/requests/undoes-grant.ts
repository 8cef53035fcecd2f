import type { Command, Request } from './request.ts';

/** What silence granted is acquired: a refusal, or another administration, comes too late (CRPA L242-1). */
export const undoesGrant = ({ answer, letter }: Request, command: Command): boolean => {
  if (!answer?.isImplicit || answer.outcome !== 'granted') return false;
  switch (command.command) {
    case 'letter-submitted':
    case 'answer-decided':
      return command.outcome === 'refused';
    case 'letter-approved':
    case 'letter-sealed':
      return letter?.outcome === 'refused';
    default:
      return command.command === 'request-transferred';
  }
};
