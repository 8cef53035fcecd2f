import * as z from 'zod';
import { faultOf, log } from '../shared/aws.adapter.ts';

const Event = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.record(z.string(), z.unknown()),
});

/**
 * CloudFormation waits an hour for an answer at `ResponseURL`: it is given whatever happens. Deleting deletes nothing,
 * since what was written belongs to the authority.
 */
export const customResource =
  <T>(parse: (properties: unknown) => T, write: (properties: T) => Promise<void>) =>
  async (given: unknown): Promise<void> => {
    const event = Event.parse(given);
    const { StackId, RequestId, LogicalResourceId, PhysicalResourceId = LogicalResourceId } = event;
    const answer = { StackId, RequestId, LogicalResourceId, PhysicalResourceId };
    try {
      if (event.RequestType !== 'Delete') await write(parse(event.ResourceProperties));
      await respond(event.ResponseURL, { ...answer, Status: 'SUCCESS' });
    } catch (error) {
      const { error: kind, at } = faultOf(error);
      log('error', 'custom-resource-failed', { resource: LogicalResourceId, error: kind, at });
      const Reason = `${LogicalResourceId}: ${kind}, see the log of its function`;
      await respond(event.ResponseURL, { ...answer, Status: 'FAILED', Reason });
    }
  };

async function respond(url: string, answer: Record<string, string>): Promise<void> {
  const response = await fetch(url, {
    method: 'PUT',
    // The address is signed without a content type: any other would be refused.
    headers: { 'content-type': '' },
    body: JSON.stringify(answer),
  });
  if (!response.ok) throw new Error(`CloudFormation answered ${response.status}`);
}
