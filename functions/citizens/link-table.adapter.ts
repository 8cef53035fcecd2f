import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Link, type Linked, type LinkKind, linkedKey, linkSort, personKey } from './items.ts';
import type { PersonTable, Write } from './person-table.adapter.ts';

export type LinkTable = ReturnType<typeof linkTable>;
export type LinkPage = { links: (Link & { personId: string })[]; next: string | null };

/** Whose requests and contacts are, and what a person has of them, the most recent first. */
export const linkTable = (
  db: DynamoDBDocumentClient,
  TableName: string,
  { getAll, put }: Pick<PersonTable, 'getAll' | 'put'>,
) => {
  /** One page of one sheet's links; `before` is the cursor of the page before. */
  const ofSheet = async (id: string, kind: LinkKind, limit: number, before?: string) => {
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': personKey(id),
          ':first': `LINK#${kind}#`,
          ':last': `LINK#${kind}#${before ?? '~'}`,
        },
        ScanIndexForward: false,
        ConsistentRead: true,
        // The cursor itself is read again and left out.
        Limit: limit + 2,
      }),
    );
    const cursor = before === undefined ? null : `LINK#${kind}#${before}`;
    return Items.filter(({ sk }) => sk !== cursor).map(({ link }) => ({ ...(link as Link), personId: id }));
  };

  return {
    async linked(kind: LinkKind, id: string): Promise<Linked | null> {
      const [item] = await getAll([linkedKey(kind, id)]);
      return (item?.linked as Linked | undefined) ?? null;
    },
    async linkedOf(kind: LinkKind, ids: readonly string[]): Promise<Linked[]> {
      const items = await getAll(ids.map((id) => linkedKey(kind, id)));
      return items.map(({ linked }) => linked as Linked);
    },

    /** One page of what a person has, whatever the number of their sheets. */
    async page(sheets: readonly string[], kind: LinkKind, limit: number, before?: string): Promise<LinkPage> {
      const found = await Promise.all(sheets.map((id) => ofSheet(id, kind, limit, before)));
      const order = (link: Link) => `${link.at}#${link.id}`;
      const sorted = found.flat().sort((a, b) => (order(a) < order(b) ? 1 : -1));
      const links = sorted.slice(0, limit);
      const last = links.at(-1);
      return { links, next: sorted.length > limit && last ? order(last) : null };
    },

    /**
     * Lines of a transaction that give something to somebody, or to nobody. `before` is what was read; another who wrote
     * meanwhile makes the transaction fail.
     */
    giving(before: Linked | null, after: Linked): Write[] {
      const { kind, id } = after.link;
      const linked = { ...linkedKey(kind, id), linked: after };
      const claim: Write = before
        ? {
            Put: {
              TableName,
              Item: linked,
              ConditionExpression: 'linked.personId = :was',
              ExpressionAttributeValues: { ':was': before.personId },
            },
          }
        : put(linked, 'attribute_not_exists(pk)');
      const isMoved = before?.personId && before.personId !== after.personId;
      const left: Write[] = isMoved
        ? [
            {
              Delete: { TableName, Key: { pk: personKey(before.personId ?? ''), sk: linkSort(before.link) } },
            },
          ]
        : [];
      const joined = after.personId
        ? [put({ pk: personKey(after.personId), sk: linkSort(after.link), link: after.link })]
        : [];
      return [claim, ...left, ...joined];
    },
  };
};
