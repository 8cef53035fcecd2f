import type { Agent } from '../agents/agent.ts';
import { mayRead } from '../agents/rights.ts';
import type { Contact } from '../intake/contact.ts';
import type { Snapshot } from '../requests/items.ts';
import { isEnded } from '../requests/request.ts';
import { ifThere } from '../shared/refusal.ts';
import type { AgentContact } from './agent-api.ts';

export type Suggestion = AgentContact['suggested'][number];

/** Requests a contact may belong to, as this agent may see them; one that is no more is left out. */
export const suggestionsFor = async (
  { proposal, requestReference }: Pick<Contact, 'proposal' | 'requestReference'>,
  agent: Agent,
  snapshot: (reference: string) => Promise<Snapshot>,
): Promise<Suggestion[]> => {
  if (requestReference) return [];
  const found = await Promise.all(
    (proposal?.suggested ?? []).map(async ({ reference, reasons }) => {
      const held = await ifThere(snapshot(reference));
      if (!held) return [];
      const { request, card } = held;
      const isReadable = mayRead(agent, request);
      return [
        {
          ...{ reference, reasons, state: request.state, department: request.department },
          subject: isReadable ? card.subject : '',
          sender: isReadable ? card.sender : '',
          mayJoin: isReadable && !isEnded(request.state),
        },
      ];
    }),
  );
  return found.flat();
};
