import type { Context, Runtime, Service } from '../../context.ts';
import { jsonHandler } from '../wire/json-protocol.ts';
import { inOneUnit } from '../wire/savepoint.ts';
import { deliverTo } from './deliver.ts';
import { openDeliveries } from './deliveries.ts';
import { provisionEvents } from './provision.ts';
import { openRules } from './rules.ts';
import { openSchedules } from './schedules.ts';

type WireEntry = {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Time?: number;
  Resources?: string[];
};

/** EventBridge and its scheduler: rules, buses and schedules of the template; deliveries are durable, at least once. */
export function createEvents(ctx: Context): Service & { runtime: Partial<Runtime> } {
  const deliveries = openDeliveries(ctx);
  const rules = openRules(ctx, deliveries);
  const schedules = openSchedules(ctx);
  const parts = { ctx, rules, schedules, deliveries };

  const putOne = (entry: WireEntry) => {
    const { Source, DetailType, Detail } = entry;
    if (!Source || !DetailType || !Detail)
      return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Source, DetailType and Detail are required' };
    let detail: unknown;
    try {
      detail = JSON.parse(Detail);
    } catch {
      return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    }
    const time = entry.Time === undefined ? undefined : new Date(entry.Time * 1000);
    const head = { source: Source, detailType: DetailType, detail, bus: entry.EventBusName, time };
    return { EventId: rules.put({ ...head, resources: entry.Resources }) };
  };

  return {
    name: 'events',
    handle: jsonHandler(
      { service: 'EventBridge', version: '1.1' },
      {
        PutEvents: ({ Entries }) => {
          const results = inOneUnit(ctx.db, () => ((Entries ?? []) as WireEntry[]).map(putOne));
          const failed = results.filter((result) => 'ErrorCode' in result).length;
          return { FailedEntryCount: failed, Entries: results };
        },
      },
    ),
    resource: async (resource) => provisionEvents(parts, resource),
    async start() {
      deliveries.open();
      schedules.start();
    },
    async stop() {
      schedules.stop();
      await deliveries.close();
    },
    runtime: {
      events: { put: (entry) => void rules.put(entry) },
      deliver: async (arn, payload, options) => deliverTo(ctx, arn, payload, options),
    },
  };
}
