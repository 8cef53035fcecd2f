/** Where the metrics of the house are counted; infra/instruction.ts rings when one of these is above zero. */
const Namespace = 'Parvis';

/**
 * One line of log that CloudWatch also counts (embedded metric format), so that an alarm can ring. Codes and ids only.
 * @param name of the metric, for instance `AutomaticAnswersWithheld`
 */
export const alert =
  (name: string) =>
  (code: string, detail: Record<string, string>): void => {
    const metrics = [{ Namespace, Dimensions: [[]], Metrics: [{ Name: name, Unit: 'Count' }] }];
    const line = { _aws: { Timestamp: Date.now(), CloudWatchMetrics: metrics }, [name]: 1, code, ...detail };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
