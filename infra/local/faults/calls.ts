import { setTimeout as pause } from 'node:timers/promises';
import type { AwsRequest } from '../context.ts';
import type { Reply } from '../exchange.ts';
import { halved } from './halves.ts';
import type { Line } from './line.ts';
import type { Plan, Struck } from './plan.ts';
import { throttled } from './refusals.ts';

/** The worker that calls: its function, and how it ends. */
export type Caller = { function: string; end(): void };
type Serve = (request: AwsRequest) => Promise<Reply | undefined>;

/** A call of a worker that is no more: nobody reads the answer, and the connection goes with it. */
export const lost = Symbol('lost');

/** `TransactWriteItems`, `SendMessage`… where the protocol names it; else the method. */
export function operationOf(request: AwsRequest): string {
  const target = request.headers['x-amz-target']?.split('.').at(-1);
  const action = /(?:^|&)Action=(\w+)/.exec(request.body.subarray(0, 200).toString('latin1'))?.[1];
  return target ?? action ?? request.method;
}

/** Has a call of a function served, or what strikes it happen. Answers `lost` when nobody gets the answer. */
export async function strikeCall(
  { plan, line }: { plan: Plan; line: Line },
  service: string,
  request: AwsRequest,
  caller: Caller,
  serve: Serve,
): Promise<Reply | undefined | typeof lost> {
  const operation = operationOf(request);
  const struck = plan.strike({
    ...{ service, operation, function: caller.function },
    text: () => `${request.path} ${request.body.toString('utf8')}`,
  });
  if (!struck) return serve(request);
  return await HAPPEN[struck.kind]({ struck, service, operation, request, caller, serve, line });
}

type Happening = {
  struck: Struck;
  service: string;
  operation: string;
  request: AwsRequest;
  caller: Caller;
  serve: Serve;
  line: Line;
};
const HAPPEN: Record<Struck['kind'], (it: Happening) => Promise<Reply | undefined | typeof lost>> = {
  async 'crash-before'({ caller }) {
    caller.end();
    return lost;
  },
  async 'crash-after'({ caller, request, serve }) {
    await serve(request);
    caller.end();
    return lost;
  },
  throttle: async ({ service }) => throttled(service),
  async 'time-out'({ struck, request, serve }) {
    await serve(request);
    await pause(struck.ms);
    return lost;
  },
  async duplicate({ request, serve }) {
    await serve(request);
    return serve(request);
  },
  async partial({ operation, request, serve }) {
    return halved(operation, request, async (some) => {
      const reply = await serve(some);
      return reply && { ...reply, headers: {} };
    });
  },
  // Only what is handed over can be lost without anybody knowing: a call is told.
  lose: ({ request, serve }) => serve(request),
  async delay({ struck, request, serve }) {
    await pause(struck.ms);
    return serve(request);
  },
  async 'out-of-order'({ struck, request, serve, line }) {
    await line.hold(struck, struck.ms);
    return serve(request);
  },
};
