import type { InstructionView } from '../../functions/instruction/view-api.ts';

/** A request whose procedure has no workflow and that nobody set aside. */
export const noInstruction: InstructionView = {
  workflow: [],
  current: null,
  awaited: null,
  received: [],
  unsorted: [],
  documents: [],
  documentsDelay: 30,
  opinions: [],
  suspended: null,
  group: { lead: null, members: [] },
  letter: null,
  implicit: null,
  transferredTo: null,
  firstReceivedOn: null,
  escalated: null,
  may: ['askDocuments', 'transfer', 'askOpinion', 'suspend', 'withdraw', 'group', 'escalate'],
};
