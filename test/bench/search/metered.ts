import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Answer = { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] };
export type Metered = { db: DynamoDBDocumentClient; units(): number; calls(): number; stop(): void };

/** A client that counts what its calls consume. */
export function metered(port: number): Metered {
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let [units, calls] = [0, 0];
  client.middlewareStack.add(
    (next) => async (given) => {
      const answer = await next({ ...given, input: { ...given.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity: consumed } = answer.output as Answer;
      for (const one of [consumed ?? []].flat()) units += one.CapacityUnits ?? 0;
      calls += 1;
      return answer;
    },
    { step: 'initialize', priority: 'high' },
  );
  return {
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    units: () => units,
    calls: () => calls,
    stop: () => client.destroy(),
  };
}
