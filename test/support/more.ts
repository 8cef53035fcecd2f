/**
 * Options of a test that `npm run test:whole` alone runs, where `isMore`: one more case of a promise, beside those that `npm test`
 * keeps. For tests in a loop; others say `{ tags: 'more' }` themselves.
 */
export const moreWhere = (isMore: boolean): { tags: string[] } => ({ tags: isMore ? ['more'] : [] });
