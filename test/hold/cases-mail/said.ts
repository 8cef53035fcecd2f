import type { Records } from '../../support/outer.ts';
import type { World } from '../harness.ts';
import { streetMail } from '../street-mail.ts';

export const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';
export type Mine = Records['contacts'][number] & { flags?: string[] };
/** Contacts of this run of a case. */
export const mine = async (world: World): Promise<Mine[]> =>
  (await world.contacts()).filter(
    ({ subject, text }) => subject.includes(world.run) || text.includes(world.run),
  );

/** A mail as an editor writes it, in UTF-8. */
export const inUtf8 = (message: string): string => Buffer.from(message).toString('latin1');
export const verdicts = (said: string): string => `Authentication-Results: amazonses.com; ${said}`;

/** A request that somebody opened by mail, with the acknowledgement they were sent. */
export const openedByMail = async (world: World, from: string) => {
  const subject = `${world.run} lampadaire`;
  await world.mail(streetMail({ subject, from }), from);
  await world.quiet();
  const find = async () => (await world.contacts()).find((one) => one.subject === subject);
  let contact = await find();
  if (contact?.state === 'waiting') {
    const agent = await world.signIn('claire.monnier');
    const { body } = await agent.get(`/api/agent/contacts/${contact.id}`);
    const { department, procedure, urgency, sender, subject: title } = body.proposal;
    const chosen = { version: body.version, department, procedure, urgency, subject: title, sender };
    await agent.post(`/api/agent/contacts/${contact.id}/accept`, chosen);
    await world.quiet();
    contact = await find();
  }
  const reference = contact?.requestReference;
  if (!reference) throw new Error(`no request was opened: ${JSON.stringify(contact?.state)}`);
  return { reference, acknowledgements: await sentTo(world, from) };
};
export const sentTo = async (world: World, address: string) =>
  (await world.outbox()).filter((one) => one.kind === 'email' && one.to.includes(address));
export const typesOf = async (world: World, reference: string): Promise<string[]> =>
  (await world.records({ reference })).requests[0]?.journal.map(({ type }) => type) ?? [];
