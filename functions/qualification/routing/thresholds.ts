/**
 * What an error costs and what a manual sort costs, in cents; some errors cost more than others (a letter to the register
 * office that waits a week with the roads). Without it, the defaults.
 */
export type RoutingCosts = {
  misrouted: number;
  sorted: number;
  departments?: Record<string, { misrouted?: number | undefined }> | undefined;
};
type Settings = { routingThreshold: number; routing?: RoutingCosts | undefined };

/** Three minutes of an agent, against half an hour of two departments and a citizen who calls. */
export const usualCosts: RoutingCosts = { misrouted: 1500, sorted: 150 };

/**
 * Confidence from which a message goes to a department without a person. A wrong route costs `misrouted` with probability
 * 1 − confidence, a manual sort costs `sorted` for certain: the route is cheaper when (1 − confidence) × misrouted ≤ sorted,
 * so from 1 − sorted / misrouted on. `routingThreshold` stays the floor, whatever errors cost.
 */
export const thresholdOf = (
  { routingThreshold, routing = usualCosts }: Settings,
  department: string,
): number => {
  const misrouted = routing.departments?.[department]?.misrouted ?? routing.misrouted;
  return Math.max(routingThreshold, misrouted > 0 ? 1 - routing.sorted / misrouted : 0);
};
