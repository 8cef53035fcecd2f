import type { Context } from '../context.ts';

/** The members of `/local/records` that the tools page shows. */
export type Records = {
  contacts?: {
    id: string;
    channel: string;
    receivedAt: string;
    state: string;
    subject?: string;
    requestReference?: string;
  }[];
  requests?: { reference: string; state: string; department?: string | null; procedure?: string }[];
  tasks?: { id: string; kind: string; department?: string | null; due?: string | null }[];
  quarantine?: { id: string; channel: string; reason: string }[];
  batches?: { id: string; file: string; state: string; pages: number; filed: number; reason?: string }[];
};
type Answer = { ok: true; records: Records } | { ok: false; reason: string };

/** Everything held, as the product's own function says it. */
export async function records(ctx: Context, query: Record<string, string>): Promise<Answer> {
  const arn = ctx.runtime.lambda.find('Records');
  if (!arn) return { ok: false, reason: 'the template has no function whose logical id begins with Records' };
  const result = await ctx.runtime.lambda.invoke(arn, query);
  if (result.ok) return { ok: true, records: result.payload as Records };
  return { ok: false, reason: `${result.error.errorType}: ${result.error.errorMessage}` };
}
