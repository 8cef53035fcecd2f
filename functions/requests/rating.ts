import type { Score } from './follow-events.ts';
import type { Snapshot } from './items.ts';

/** What a score counts for in the mean, from 1 to 3. */
export const points: Record<Score, number> = { satisfied: 3, mixed: 2, unsatisfied: 1 };

export const ratingList = 'RATINGS';
const nobody = '-';
/** Months in order, departments within: a period is one query. `month` YYYY-MM. */
export const ratingSort = (month: string, department: string | null): string =>
  `${month}#${department ?? nobody}`;

type Count = { answers: number; points: number; unsatisfied: number };
const countOf = (snapshot: Snapshot | null, sign: 1 | -1): Count => {
  const score = snapshot?.request.rating?.score;
  return score
    ? { answers: sign, points: sign * points[score], unsatisfied: score === 'unsatisfied' ? sign : 0 }
    : { answers: 0, points: 0, unsatisfied: 0 };
};

/** Adds a rating to the figures of its department and month; changed, it counts for what it has become. */
export const ratingUpdates = (before: Snapshot | null, next: Snapshot) => {
  const { rating } = next.request;
  const was = before?.request.rating ?? null;
  if (!rating || (was?.score === rating.score && was.messageId === rating.messageId)) return [];
  const isChange = was?.messageId === rating.messageId;
  const old = countOf(isChange ? before : null, -1);
  const now = countOf(next, 1);
  return [
    {
      Key: { pk: ratingList, sk: ratingSort(rating.firstAt.slice(0, 7), rating.department) },
      UpdateExpression: 'ADD answers :answers, points :points, unsatisfied :unsatisfied',
      ExpressionAttributeValues: {
        ':answers': now.answers + old.answers,
        ':points': now.points + old.points,
        ':unsatisfied': now.unsatisfied + old.unsatisfied,
      },
    },
  ];
};
