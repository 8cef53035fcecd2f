import { measure } from '../shared/aws.adapter.ts';

/**
 * One line of log that CloudWatch also counts, so that an alarm can ring. Codes and ids only.
 * @param name of the metric, for instance `AutomaticAnswersWithheld`
 */
export const alert =
  (name: string) =>
  (code: string, detail: Record<string, string>): void =>
    measure(name, 1, { ids: { code, ...detail } });
