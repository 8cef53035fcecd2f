import type { Context, Provisioned, Resource } from '../../context.ts';
import { notServed } from '../wire/fault.ts';
import type { openDeliveries } from './deliveries.ts';
import { checkPattern } from './pattern-check.ts';
import { busName, checkTarget, deliveryOf, type openRules, seconds, type Target } from './rules.ts';
import type { openSchedules } from './schedules.ts';

type Parts = {
  ctx: Context;
  rules: ReturnType<typeof openRules>;
  schedules: ReturnType<typeof openSchedules>;
  deliveries: ReturnType<typeof openDeliveries>;
};

/** Takes a bus, a rule or a schedule of the template. */
export function provisionEvents(parts: Parts, resource: Resource): Provisioned {
  const { type, logicalId, properties } = resource;
  const base = `arn:aws:events:${parts.ctx.region}:${parts.ctx.accountId}`;
  switch (type) {
    case 'AWS::Events::EventBus': {
      const name = String(properties.Name ?? `${resource.stack}${logicalId}`);
      return { ref: name, attributes: { Arn: `${base}:event-bus/${name}`, Name: name } };
    }
    case 'AWS::Events::EventBusPolicy':
    case 'AWS::Scheduler::ScheduleGroup':
      return { ref: String(properties.Name ?? logicalId) };
    case 'AWS::Events::Rule':
      return provisionRule(parts, base, resource);
    case 'AWS::Scheduler::Schedule':
      return provisionSchedule(parts, resource);
    default:
      throw notServed('EventBridge', type);
  }
}

function provisionRule(parts: Parts, base: string, { logicalId, stack, properties }: Resource): Provisioned {
  const name = String(properties.Name ?? `${stack}-${logicalId}`);
  const bus = busName(properties.EventBusName as string | undefined);
  const arn = bus === 'default' ? `${base}:rule/${name}` : `${base}:rule/${bus}/${name}`;
  const provisioned = { ref: bus === 'default' ? name : `${bus}|${name}`, attributes: { Arn: arn } };
  if (properties.State === 'DISABLED') return provisioned;
  const pattern =
    properties.EventPattern === undefined ? undefined : checkPattern(properties.EventPattern, '');
  const rule = { arn, name, bus, pattern, targets: (properties.Targets ?? []) as Target[] };
  parts.rules.add(rule);
  if (properties.ScheduleExpression !== undefined)
    parts.schedules.add({
      arn,
      expression: String(properties.ScheduleExpression),
      timeZone: 'UTC',
      fire: (due) =>
        parts.rules.send(rule, {
          version: '0',
          id: crypto.randomUUID(),
          'detail-type': 'Scheduled Event',
          source: 'aws.events',
          account: parts.ctx.accountId,
          time: seconds(due),
          region: parts.ctx.region,
          resources: [arn],
          detail: {},
        }),
    });
  return provisioned;
}

function provisionSchedule(parts: Parts, { logicalId, stack, properties }: Resource): Provisioned {
  const { ctx, schedules, deliveries } = parts;
  const name = String(properties.Name ?? `${stack}-${logicalId}`);
  const group = String(properties.GroupName ?? 'default');
  const arn = `arn:aws:scheduler:${ctx.region}:${ctx.accountId}:schedule/${group}/${name}`;
  const target = properties.Target as Target;
  checkTarget(logicalId, target);
  const provisioned = { ref: name, attributes: { Arn: arn } };
  if (properties.State === 'DISABLED') return provisioned;
  const within = (due: Date) =>
    (properties.StartDate === undefined || due >= new Date(String(properties.StartDate))) &&
    (properties.EndDate === undefined || due <= new Date(String(properties.EndDate)));
  schedules.add({
    arn,
    expression: String(properties.ScheduleExpression),
    timeZone: String(properties.ScheduleExpressionTimezone ?? 'UTC'),
    fire(due) {
      if (!within(due)) return;
      ctx.meter.count('scheduler', 'Invocation');
      const text = (target.Input ?? '{}')
        .replaceAll('<aws.scheduler.scheduled-time>', seconds(due))
        .replaceAll('<aws.scheduler.schedule-arn>', arn);
      deliveries.add(deliveryOf(target, JSON.parse(text), arn));
    },
  });
  return provisioned;
}
