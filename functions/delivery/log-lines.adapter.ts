import { gunzipSync } from 'node:zlib';
import * as z from 'zod';

const Delivered = z.object({ awslogs: z.object({ data: z.string() }) });
const Lines = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ message: z.string() })).default([]),
});
/** What a subscription to a log hands over at most; more was packed to harm. */
const largest = 20_000_000;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
};

/** The lines of a log that CloudWatch hands to a function, packed; JSON is read, control messages have none. */
export const logLines = (event: unknown): unknown[] => {
  const { awslogs } = Delivered.parse(event);
  const unpacked = gunzipSync(Buffer.from(awslogs.data, 'base64'), { maxOutputLength: largest });
  const { messageType, logEvents } = Lines.parse(JSON.parse(unpacked.toString('utf8')));
  return messageType === 'DATA_MESSAGE' ? logEvents.map(({ message }) => parsed(message)) : [];
};
