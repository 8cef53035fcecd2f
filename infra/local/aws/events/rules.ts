import { randomUUID } from 'node:crypto';
import type { Context, Runtime } from '../../context.ts';
import { isTarget } from './deliver.ts';
import type { Delivery, openDeliveries } from './deliveries.ts';
import { matchesPattern, type Pattern } from './pattern.ts';
import { inputFor, type TargetInput } from './transform.ts';

export type Target = TargetInput & {
  Id?: string;
  Arn: string;
  DeadLetterConfig?: { Arn?: string };
  RetryPolicy?: { MaximumRetryAttempts?: number; MaximumEventAgeInSeconds?: number };
  SqsParameters?: { MessageGroupId?: string };
};
export type Rule = {
  readonly arn: string;
  readonly name: string;
  readonly bus: string;
  readonly pattern?: Pattern;
  readonly targets: readonly Target[];
};
type Put = Parameters<Runtime['events']['put']>[0] & { resources?: string[] };

/** The buses' rules, as the template gives them at each start, and the way of an event to their targets. */
export function openRules(ctx: Context, deliveries: ReturnType<typeof openDeliveries>) {
  const rules = new Map<string, Rule>();

  function send(rule: Rule, event: Record<string, unknown>): void {
    for (const target of rule.targets)
      deliveries.add(deliveryOf(target, inputFor(target, event, rule), rule.arn));
  }

  return {
    add(rule: Rule) {
      for (const target of rule.targets) checkTarget(rule.name, target);
      rules.set(rule.arn, rule);
    },
    get: (arn: string) => rules.get(arn),
    send,
    /** Gives an event to every rule of its bus that wants it; durable when it returns. */
    put(entry: Put): string {
      const id = randomUUID();
      const event = envelope(ctx, id, entry);
      const bus = busName(entry.bus);
      for (const rule of rules.values())
        if (rule.bus === bus && rule.pattern && matchesPattern(rule.pattern, event)) send(rule, event);
      if (!entry.source.startsWith('aws.')) ctx.meter.count('events', 'PutEvents');
      return id;
    },
  };
}

/** The event as targets receive it. */
function envelope(ctx: Context, id: string, entry: Put): Record<string, unknown> {
  return {
    version: '0',
    id,
    'detail-type': entry.detailType,
    source: entry.source,
    account: ctx.accountId,
    time: seconds(entry.time ?? ctx.clock.now()),
    region: ctx.region,
    resources: entry.resources ?? [],
    detail: entry.detail,
  };
}

/** Events carry whole seconds. */
export const seconds = (date: Date) => `${date.toISOString().slice(0, 19)}Z`;

export const busName = (nameOrArn?: string) => nameOrArn?.split('/').at(-1) ?? 'default';

export function checkTarget(rule: string, target: Target): void {
  if (!isTarget(target.Arn)) throw new Error(`${rule}: the target ${target.Arn} is not served here`);
}

/** AWS's own defaults: 185 retries over a day. */
export function deliveryOf(target: Target, payload: unknown, rule: string): Delivery {
  return {
    target: target.Arn,
    payload,
    rule,
    deadLetters: target.DeadLetterConfig?.Arn,
    retries: target.RetryPolicy?.MaximumRetryAttempts ?? 185,
    maxAgeSeconds: target.RetryPolicy?.MaximumEventAgeInSeconds ?? 86_400,
    messageGroupId: target.SqsParameters?.MessageGroupId,
  };
}
