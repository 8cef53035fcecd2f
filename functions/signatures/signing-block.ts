import type { Agent } from '../agents/agent.ts';
import type { SignatureBlock } from '../letters/letter.ts';
import { signatureOf } from './circuit.ts';
import { holdersFor, orderOf, type Staff } from './holders.ts';
import type { CircuitStep } from './letter.ts';

/**
 * Who the letter says will sign: whoever is asked for the last signature as things stand, with the first line of the order
 * that gives it (CGCT L2122-18, L2122-19); without any signature in the circuit, the writer. Who signs in the end is said
 * in the signature itself.
 */
export const signingBlock = (
  circuit: readonly CircuitStep[],
  staff: Staff,
  writer: Agent,
): Omit<SignatureBlock, 'mode'> => {
  const step = signatureOf(circuit);
  const [login] = step ? holdersFor(step, staff).holders : [];
  const agent = staff.agents.find((one) => one.login === login) ?? writer;
  const order = step ? orderOf(agent.login, staff) : null;
  const { givenName, familyName, title } = agent;
  return {
    capacity: order?.formula ?? null,
    signatory: { givenName, familyName, title: order?.quality ?? title },
  };
};
