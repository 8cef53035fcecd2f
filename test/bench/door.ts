import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { type Agent, roles } from '../../functions/agents/agent.ts';
import { mayAssign } from '../../functions/agents/rights.ts';
import { assignRequest } from '../../functions/requests/agent-api.ts';
import { handle, http } from '../../functions/shared/http.adapter.ts';
import { Refusal } from '../../functions/shared/refusal.ts';

const rounds = 15;
const calls = 4_000;

const agent: Agent = {
  login: 'claire',
  email: 'claire@example.org',
  givenName: 'Claire',
  familyName: 'Petit',
  title: 'Gestionnaire',
  roles: [...roles],
  departments: ['voirie'],
};
const subject = { department: 'voirie', agent: null };
const key = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const body = JSON.stringify({ version: 3, department: 'voirie', agent: null, reason: null });
const event = {
  rawPath: '/api/agent/requests/VC-2026-000123-W/assign',
  rawQueryString: '',
  cookies: ['__Host-parvis-agent=x'],
  headers: { 'content-type': 'application/json', 'x-parvis-csrf': '1', 'idempotency-key': key },
  requestContext: { requestId: 'r', http: { method: 'POST', sourceIp: '127.0.0.1' } },
  body,
  isBase64Encoded: false,
} as unknown as APIGatewayProxyEventV2;

/**
 * CPU microseconds that everything around a use case costs a call: finding it, origin, rights, reading and checking what
 * came, checking and writing what goes. The use case does nothing and the session is at hand.
 * @returns medians and the least of the rounds, the first ones left out: they compile
 */
export const door = async (): Promise<{ median: number; least: number }> => {
  const handler = http(
    { publicUrl: 'https://bench.example', sessions: { agent: async () => agent, citizen: async () => null } },
    handle(assignRequest, async ({ body: { version } }, caller) => {
      if (!mayAssign(caller.agent, subject)) throw new Refusal('forbidden');
      return { version };
    }),
  );
  const once = () => handler(event, {} as Context);
  const { statusCode } = await once();
  if (statusCode !== 200) throw new Error(`The bench's own call was answered ${statusCode}`);
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const started = process.cpuUsage();
    for (let call = 0; call < calls; call++) await once();
    const { user, system } = process.cpuUsage(started);
    if (round >= 0) times.push((user + system) / calls);
  }
  times.sort((one, other) => one - other);
  return { median: times[rounds >> 1] ?? 0, least: times[0] ?? 0 };
};
