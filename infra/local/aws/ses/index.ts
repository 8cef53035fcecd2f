import type { Context, Provisioned, Resource, Runtime, Service } from '../../context.ts';
import { sesHandler } from './operations.ts';
import { openOutbox } from './outbox-store.ts';
import { openOutcomes } from './outcomes.ts';
import { asReceiptRule, type ReceiptRule } from './receipt-rules.ts';
import { receive, type Verdicts } from './receive.ts';
import { openSendingEvents, type SendingEvents } from './sending-events.ts';
import { openSuppression } from './suppression.ts';

/** Mail out (the outbox, with what becomes of each message) and in (the receipt rules). All rule sets are active. */
export function createSes(ctx: Context): Service & { runtime: Partial<Runtime> } {
  openOutbox(ctx);
  const suppression = openSuppression(ctx);
  const events = openSendingEvents(ctx);
  const outcomes = openOutcomes(ctx, suppression, events);
  const rules = new Map<string, ReceiptRule>();
  return {
    name: 'ses',
    handle: sesHandler(ctx, suppression, events, outcomes),
    resource: async (resource) => provision(ctx, events, rules, resource),
    start: async () => outcomes.start(),
    stop: async () => outcomes.stop(),
    runtime: {
      ses: {
        receive: (raw, envelope, verdicts) =>
          receive(ctx, [...rules.values()], raw, envelope, verdicts as Verdicts),
      },
    },
  };
}

function provision(
  ctx: Context,
  events: SendingEvents,
  rules: Map<string, ReceiptRule>,
  resource: Resource,
): Provisioned {
  const { type, stack, logicalId, properties } = resource;
  const id = `${stack}/${logicalId}`;
  switch (type) {
    case 'AWS::SES::ConfigurationSet':
      return { ref: String(properties.Name ?? `${stack}-${logicalId}`) };
    case 'AWS::SES::ConfigurationSetEventDestination':
      events.addDestination(id, properties);
      return { ref: logicalId };
    case 'AWS::SES::EmailIdentity':
      return {
        ref: String(properties.EmailIdentity),
        attributes: dkimOf(ctx, String(properties.EmailIdentity)),
      };
    case 'AWS::SES::ReceiptRuleSet':
      return { ref: String(properties.RuleSetName ?? `${stack}-${logicalId}`) };
    case 'AWS::SES::ReceiptRule': {
      const rule = asReceiptRule(logicalId, properties);
      if (rule) rules.set(id, rule);
      return { ref: rule?.name ?? logicalId };
    }
    default:
      throw new Error(`SES does not provision ${type} (${logicalId})`);
  }
}

function dkimOf({ region, accountId }: Context, identity: string): Record<string, string> {
  const tokens = [1, 2, 3].flatMap((number) => [
    [`DkimDNSTokenName${number}`, `local${number}._domainkey.${identity}`],
    [`DkimDNSTokenValue${number}`, `local${number}.dkim.amazonses.com`],
  ]);
  return { ...Object.fromEntries(tokens), Arn: `arn:aws:ses:${region}:${accountId}:identity/${identity}` };
}
