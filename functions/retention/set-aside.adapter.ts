import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ContactHeader } from '../intake/contact-items.ts';
import { asideList, setAsideStates } from '../intake/contact-items.ts';
import { asideSince, departmentOfAside } from './eligible.ts';
import type { Ended } from './series.ts';

/** Contacts that never became a request, from the lists of the table of contacts: as many entries are read as are shown. */
export const setAsideContacts =
  (db: DynamoDBDocumentClient, TableName: string) =>
  async (before: string, most: number): Promise<Ended[]> => {
    const lists = await Promise.all(
      setAsideStates.map(async (state) => {
        const { Items = [] } = await db.send(
          new QueryCommand({
            ...{ TableName, IndexName: 'gsi1', Limit: most },
            KeyConditionExpression: 'gsi1pk = :list AND gsi1sk < :before',
            ExpressionAttributeValues: { ':list': asideList(state), ':before': before },
          }),
        );
        return Items as unknown as ContactHeader[];
      }),
    );
    return lists
      .flat()
      .map((contact) => ({
        ...{ reference: contact.id, closedAt: asideSince(contact), department: departmentOfAside(contact) },
      }))
      .filter(({ closedAt }) => closedAt < before)
      .sort((one, other) => one.closedAt.localeCompare(other.closedAt))
      .slice(0, most);
  };
