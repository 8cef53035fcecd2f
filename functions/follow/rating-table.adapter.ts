import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ratingList } from '../requests/rating.ts';
import type { Ratings } from './satisfaction.ts';

/** Figures of what people think of answers: one item a month and department, whatever the number of ratings. */
export const ratingTable = (db: DynamoDBDocumentClient, TableName: string) => ({
  async ratings(from: string, to: string): Promise<Ratings[]> {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :ratings AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':ratings': ratingList, ':from': from, ':to': `${to}#~` },
      }),
    );
    return Items.map(({ sk, answers, points, unsatisfied }) => {
      const [month = '', department = ''] = String(sk).split('#');
      return {
        ...{ month, department },
        answers: Number(answers),
        points: Number(points),
        unsatisfied: Number(unsatisfied),
      };
    });
  },
});
