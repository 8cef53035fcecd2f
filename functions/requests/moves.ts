import { Refusal } from '../shared/refusal.ts';
import type { Change } from './append.ts';
import type { Command, Request } from './request.ts';

/** A request that changed departments this often is nobody's: the quality unit says whose it is. */
export const mostMoves = 3;

type Given = Pick<Request, 'reference' | 'department' | 'moves' | 'lead'>;
const moves = ({ department: from }: Pick<Request, 'department'>, department: string): boolean =>
  from !== null && from !== department;

type Passed = Required<Pick<Change, 'commands' | 'announce' | 'elsewhere'>>;
/**
 * What goes along when a request is given to a department that did not have it. It leaves its group: what its old department
 * answers is not for it any more.
 */
export const moved = (request: Given, department: string, by: string): Passed => {
  if (!moves(request, department)) return { commands: [], announce: [], elsewhere: [] };
  const { reference, lead } = request;
  const count = request.moves + 1;
  return {
    commands: [
      ...(lead ? [{ command: 'request-ungrouped', by } as const] : []),
      ...(count >= mostMoves ? [{ command: 'arbitration-asked', moves: count } as const] : []),
    ],
    announce: [{ type: 'request-moved', detail: { reference } }],
    elsewhere: lead ? [{ of: lead, gone: `RECORD#MEMBER#${reference}` }] : [],
  };
};

/** While the quality unit has to decide, nobody else passes the request on. */
export const refuseMove = (request: Pick<Request, 'department' | 'arbitration'>, command: Command): void => {
  if (command.command === 'arbitration-given') {
    if (!request.arbitration) throw new Refusal('already-decided');
    return;
  }
  if (command.command !== 'request-assigned' || !request.arbitration) return;
  if (moves(request, command.department)) throw new Refusal('awaits-arbitration');
};

type Assigned = { department: string; agent: string | null; why?: string[] };
/** A request given to somebody: how often it changed departments is counted with it. */
export const given = (request: Request, { department, agent, why }: Assigned): Partial<Request> => ({
  ...{ department, agent, why: why ?? null },
  state: request.state === 'new' ? 'assigned' : request.state,
  moves: request.moves + (moves(request, department) ? 1 : 0),
});
