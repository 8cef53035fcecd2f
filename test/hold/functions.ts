import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './harness.ts';

/** The template names functions: one that has run is found by its log. */
export const functionNamed = ({ dataDir }: World, part: string): string => {
  const found = readdirSync(join(dataDir, 'logs')).find((file) => file.includes(part));
  if (!found) throw new Error(`no function ${part} has run yet`);
  return found.replace(/\.log$/, '');
};

/** Gives an event to a function as AWS would: kept until it succeeded or is a dead letter. */
export const invokeEvent = async ({ url }: World, name: string, payload: unknown): Promise<void> => {
  const response = await fetch(`${url}/_aws/lambda/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
    body: JSON.stringify(payload),
  });
  if (response.status !== 202) throw new Error(`not accepted: ${response.status} ${await response.text()}`);
};
