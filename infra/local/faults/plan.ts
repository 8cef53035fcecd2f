import { draw } from './draw.ts';
import type { FaultLog, FaultPlan, Stroke } from './rule.ts';

/** One call as a rule looks at it. */
export type Call = { service: string; operation: string; function: string; text(): string };
export type Struck = FaultPlan['rules'][number];

const NEWEST = 1000;

export type Plan = ReturnType<typeof createPlan>;

/** Which faults stand, and which of them strikes a call. Kept in memory: a runtime that starts again is well. */
export function createPlan(now: () => Date) {
  let plan: FaultPlan = { seed: 1, rules: [] };
  let counts: { met: number; struck: number }[] = [];
  let strokes: Stroke[] = [];

  const concerns = (rule: Struck, call: Call) =>
    rule.service === call.service &&
    (rule.operation ?? call.operation) === call.operation &&
    call.function.includes(rule.function ?? '') &&
    (!rule.holding || call.text().includes(rule.holding));

  return {
    set(to: FaultPlan) {
      plan = to;
      counts = to.rules.map(() => ({ met: 0, struck: 0 }));
      strokes = [];
    },
    /** The first rule that strikes this call; every rule that it concerns has met it. */
    strike(call: Call): Struck | undefined {
      let stroke: Struck | undefined;
      let at = -1;
      for (const [index, rule] of plan.rules.entries()) {
        const count = counts[index];
        if (!count || !concerns(rule, call)) continue;
        const met = count.met++;
        if (stroke || met < rule.after || count.struck >= (rule.times ?? Number.POSITIVE_INFINITY)) continue;
        if (draw(plan.seed, index, met) >= rule.probability) continue;
        count.struck++;
        stroke = rule;
        at = index;
      }
      if (stroke) {
        const { service, operation } = call;
        strokes.push({
          at: now().toISOString(),
          rule: at,
          kind: stroke.kind,
          service,
          operation,
          function: call.function,
        });
        if (strokes.length > NEWEST) strokes.shift();
      }
      return stroke;
    },
    report: (): FaultLog => ({
      seed: plan.seed,
      rules: plan.rules.map((rule, index) => ({ ...rule, ...(counts[index] ?? { met: 0, struck: 0 }) })),
      strokes,
    }),
  };
}
