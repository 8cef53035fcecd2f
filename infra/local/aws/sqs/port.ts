/** One message as Lambda's `Records` entry carries it, without the event source fields. */
export type SqsRecord = {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  /** ApproximateReceiveCount, SentTimestamp, SenderId, ApproximateFirstReceiveTimestamp, MessageGroupId… */
  readonly attributes: Record<string, string>;
  readonly messageAttributes: Record<string, SqsRecordAttribute>;
  readonly md5OfBody: string;
};

type SqsRecordAttribute = {
  readonly dataType: string;
  readonly stringValue?: string;
  /** Base64. */
  readonly binaryValue?: string;
  readonly stringListValues: string[];
  readonly binaryListValues: string[];
};

/**
 * What the event source mapping of the Lambda runner needs from the queues, without the wire. Everything is synchronous
 * and durable when it returns. `createSqs(ctx).port` implements it.
 *
 * Two clocks: a message in hand is leased on the machine's clock (moving the calendar must not hand it out twice), a
 * message waiting (delay, retry) is due on the virtual clock (moving the calendar must bring it). Leases end at a restart
 * of the runtime, since whoever held them is gone.
 */
export type SqsPort = {
  /**
   * Up to `max` visible messages, leased for `visibilityMs` (default: the queue's VisibilityTimeout) of machine time. A
   * message received `maxReceiveCount` times already goes to the dead-letter queue instead. Throws when there is no such queue.
   */
  receive(queueArn: string, max: number, visibilityMs?: number): SqsRecord[];
  /** The message was handled. An outdated handle is ignored, as SQS does. */
  delete(queueArn: string, receiptHandle: string): void;
  /** The message was not handled: it comes back after `afterMs` of virtual time (default: at once). */
  release(queueArn: string, receiptHandle: string, afterMs?: number): void;
  /**
   * Registers the queue's consumer; `wake` is called (never from within `send`, always later) whenever messages may have become
   * visible. From then on, visible messages of the queue are work for `/local/idle`. Answers how to leave.
   */
  onMessage(queueArn: string, wake: () => void): () => void;
  /** The queue's VisibilityTimeout in milliseconds: what AWS waits before a failed message is retried. */
  visibilityMs(queueArn: string): number;
};
