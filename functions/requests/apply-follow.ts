import type { Stamped } from './apply.ts';
import type { Request } from './request.ts';

/** What the lines about followers, ratings and appeals change. */
export const followChanges = (request: Request, event: Stamped): Partial<Request> => {
  const { followers, unfollowed, appeals } = request;
  switch (event.type) {
    case 'follower-joined': {
      const { account, proof } = event;
      return {
        followers: [...followers.filter((each) => each.account !== account), { account, proof }],
        unfollowed: unfollowed.filter((each) => each !== account),
      };
    }
    case 'follower-left':
      return {
        followers: followers.filter(({ account }) => account !== event.account),
        unfollowed: [...unfollowed, event.account],
      };
    case 'answer-rated': {
      const { score, messageId, at } = event;
      const before = request.rating?.messageId === messageId ? request.rating : null;
      const firstAt = before?.firstAt ?? at;
      return { rating: { score, messageId, firstAt, department: before?.department ?? request.department } };
    }
    case 'appeal-lodged':
      return { appeals: [...appeals, { reference: event.appeal, kind: event.kind, at: event.at }] };
    default:
      return {};
  }
};
