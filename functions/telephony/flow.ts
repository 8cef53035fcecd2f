import * as z from 'zod';
import { callId } from './call-items.ts';
import type { News } from './call-news.ts';
import { codeOf, numberOf } from './read-connect.ts';

/** What the flow of the phone system asks while the caller waits; flows answer with texts only. */
export const steps = ['greet', 'choose', 'status', 'call-back', 'connect'] as const;
export type Step = (typeof steps)[number];
export type Answer = Record<string, string>;

const told = z.string().nullish();
/** ContactFlowEvent of Amazon Connect, as far as it is used. */
export const FlowEvent = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: z.string(),
      InitialContactId: told,
      InitiationMethod: told,
      CustomerEndpoint: z.object({ Address: told }).nullish(),
    }),
    Parameters: z.object({
      step: z.enum(steps),
      topic: told,
      group: told,
      agent: told,
      reference: told,
      birthYear: told,
    }),
  }),
});
export type FlowEvent = z.infer<typeof FlowEvent>;

export type Asked = {
  contactId: string;
  number: string | null;
  step: Step;
  topic: string | null;
  group: string | null;
  agent: string | null;
  reference: string;
  birthYear: string;
};
/** A step of the flow in our own words; a transferred call is asked about as the call it began as. */
export const askedIn = ({ Details: { ContactData, Parameters } }: FlowEvent): Asked => {
  const isLeg = ContactData.InitiationMethod?.includes('TRANSFER');
  return {
    contactId: callId((isLeg && ContactData.InitialContactId) || ContactData.ContactId),
    number: numberOf(ContactData.CustomerEndpoint?.Address) ?? null,
    step: Parameters.step,
    topic: codeOf(Parameters.topic) ?? null,
    group: codeOf(Parameters.group) ?? null,
    agent: Parameters.agent?.trim() || null,
    reference: Parameters.reference?.trim() ?? '',
    birthYear: Parameters.birthYear?.trim() ?? '',
  };
};

/** What the step itself says of the call, beside what the events will. */
export const newsOfStep = (asked: Asked, at: string, isOpen: boolean): News => ({
  ...({ kind: 'flow', at } as const),
  ...(asked.number ? { number: asked.number } : {}),
  ...(asked.step === 'greet' && !isOpen ? { closed: true as const } : {}),
  ...(asked.step === 'call-back' ? { wantsCallBack: true as const } : {}),
  ...(asked.topic ? { topic: asked.topic } : {}),
  ...(asked.group ? { group: asked.group } : {}),
  ...(asked.step === 'connect' && asked.agent ? { agent: asked.agent, connectedAt: at } : {}),
});
