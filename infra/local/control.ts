import type { RunningBusy } from './busy.ts';
import type { AwsRequest, Context } from './context.ts';
import { addDuration } from './duration.ts';
import { json, type Reply } from './exchange.ts';
import type { Faults } from './faults/index.ts';
import type { RunningMeter } from './meter.ts';

/** Health, quiet, clock, meter and faults: the part of `/local/` that tells the truth about the runtime itself. */
export function createControl(
  ctx: Context & { readonly busy: RunningBusy },
  meter: RunningMeter,
  isReady: () => boolean,
  faults: Faults,
) {
  return (request: AwsRequest): Reply | undefined => {
    if (request.path === '/local/faults') return faults.serve(request);
    switch (`${request.method} ${request.path}`) {
      case 'GET /local/health':
        return json(isReady() ? 200 : 503, { ready: isReady() });
      case 'GET /local/idle': {
        // Asked many times a second by whoever waits: one reason is enough, and reading them all is dear.
        const busy = isReady() ? ctx.busy.first() : 'starting';
        return json(busy ? 409 : 200, { idle: !busy, busy: busy ? [busy] : [] });
      }
      case 'GET /local/clock':
        return json(200, clockOf(ctx));
      case 'POST /local/clock':
        return setClock(ctx, request.body.toString('utf8'));
      case 'GET /local/meter':
        return json(200, meter.report(request.query.get('reference') ?? undefined));
      default:
        return undefined;
    }
  };
}

function setClock(ctx: Context, text: string): Reply {
  try {
    const { now, advance } = JSON.parse(text || '{}') as { now?: unknown; advance?: unknown };
    if ((now === undefined) === (advance === undefined)) throw new Error('give either "now" or "advance"');
    const to = now === undefined ? addDuration(ctx.clock.now(), String(advance)) : instant(String(now));
    ctx.clock.set(to);
    return json(200, clockOf(ctx));
  } catch (error) {
    return json(400, { error: (error as Error).message });
  }
}

function instant(text: string): Date {
  const to = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text) || Number.isNaN(to.getTime()))
    throw new Error(`"now" is an instant with its offset, such as 2026-12-01T09:00:00+01:00: ${text}`);
  return to;
}

function clockOf(ctx: Context) {
  return { now: ctx.clock.now().toISOString(), offsetMs: Math.round(ctx.clock.offset()) };
}
