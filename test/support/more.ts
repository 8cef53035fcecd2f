/**
 * Options of a test that `npm test` leaves to `npm run test:more`, where `isMore`: one more case of a promise. For tests in a loop;
 * others say `{ tags: 'more' }` themselves, or `@module-tag more` for a whole file.
 */
export const moreWhere = (isMore: boolean): { tags: string[] } => ({ tags: isMore ? ['more'] : [] });
