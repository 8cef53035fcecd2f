import { CfnParameter, type Stack } from 'aws-cdk-lib';
import type { Authority } from '../functions/settings/authority.ts';

/** `https://…` of the site, without a slash at the end; a parameter, so that another address runs the same template. */
export const publicUrlOf = (stack: Stack, { domain }: Authority): string =>
  parameter(stack, 'PublicUrl', 'Address of the site, without a slash at the end', `https://${domain}`);

/** Addresses of the two identity providers. */
export const issuersOf = (stack: Stack, { signIn }: Authority): { agents: string; citizens: string } => ({
  agents: parameter(stack, 'AgentIssuer', 'Identity provider of the agents', signIn.agents.issuer),
  citizens: parameter(stack, 'CitizenIssuer', 'Identity provider of the citizens', signIn.citizens.issuer),
});

/** Address of PayFiP, without a slash at the end; empty when the authority takes no payment online. */
export const payfipUrlOf = (stack: Stack, { payfip }: Authority): string =>
  parameter(stack, 'PayfipUrl', 'Payment service of the treasury', payfip?.url ?? '');

/** Search of the national address API; empty when addresses are only typed. */
export const addressBaseUrlOf = (stack: Stack, { addressBase }: Authority): string =>
  parameter(stack, 'AddressBaseUrl', 'Search of the national address API', addressBase?.url ?? '');

const parameter = (stack: Stack, id: string, description: string, otherwise: string): string =>
  new CfnParameter(stack, id, { type: 'String', description, default: otherwise }).valueAsString;
