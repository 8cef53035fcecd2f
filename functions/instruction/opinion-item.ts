import { departmentBoard, type RecordItem, type Snapshot } from '../requests/items.ts';
import type { OpinionRecord } from '../requests/records.ts';

/**
 * An opinion that is asked: until it is given it stands on the board of the department that is asked, with what the board
 * shows of its request.
 */
export const opinionItem = (
  opinion: OpinionRecord,
  { request, card, due }: Pick<Snapshot, 'request' | 'card' | 'due'>,
  wanted: string | null,
): RecordItem => {
  const day = wanted ?? due;
  return {
    sk: `RECORD#OPINION#${opinion.opinionId}`,
    opinion,
    ...{ request, card, due: day, repair: null },
    gsi1pk: departmentBoard(opinion.department, 'new'),
    // Its own place among the others: two departments may be asked about one request.
    gsi1sk: `${day}#${request.reference}-${opinion.department.toUpperCase()}`,
  };
};

export const givenOpinion = (opinion: OpinionRecord): RecordItem => ({
  sk: `RECORD#OPINION#${opinion.opinionId}`,
  opinion,
});
