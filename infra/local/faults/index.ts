import type { AwsRequest } from '../context.ts';
import { json, type Reply } from '../exchange.ts';
import type { Invoke } from '../lambda/invoke.ts';
import { type Caller, lost, strikeCall } from './calls.ts';
import { strikeInvocations } from './invocations.ts';
import { createLine } from './line.ts';
import { createPlan } from './plan.ts';
import { FaultPlan } from './rule.ts';

export type Faults = ReturnType<typeof createFaults>;

/**
 * What goes wrong on purpose, as `/local/faults` says: calls of functions to the services, and the giving of events to functions.
 * Calls that no function makes (a browser's, an operator's) are never struck.
 */
export function createFaults(now: () => Date) {
  const plan = createPlan(now);
  const tools = { plan, line: createLine() };
  return {
    /** `GET` tells what stands and struck, `POST {seed, rules}` puts other rules in place, `DELETE` takes them away. */
    serve({ method, body }: AwsRequest): Reply | undefined {
      if (method === 'POST') {
        const read = FaultPlan.safeParse(parsed(body.toString('utf8')));
        if (!read.success) return json(400, { error: read.error.message });
        plan.set(read.data);
      } else if (method === 'DELETE') plan.set({ seed: 1, rules: [] });
      else if (method !== 'GET') return undefined;
      return json(200, plan.report());
    },
    /** `hangUp` ends the connection of a call whose answer is lost. */
    async call(
      service: string,
      request: AwsRequest,
      caller: Caller | undefined,
      serve: (request: AwsRequest) => Promise<Reply | undefined>,
      hangUp: () => void,
    ): Promise<Reply | undefined> {
      if (!caller) return serve(request);
      const answer = await strikeCall(tools, service, request, caller, serve);
      if (answer !== lost) return answer;
      hangUp();
      return json(500, { __type: 'InternalFailure', message: 'the answer was lost' });
    },
    invoking: (invoke: Invoke): Invoke => strikeInvocations(tools, invoke),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
