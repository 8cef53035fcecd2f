import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { headerOf, headersOf, withoutHeaders } from './aws/ses/message-headers.ts';
import type { Verdicts } from './aws/ses/receive.ts';
import { ServiceFault } from './aws/wire/fault.ts';
import type { Context, Service } from './context.ts';

const LARGEST_MESSAGE = 40 * 1024 * 1024;
/** SES takes at most a hundred recipients of one message. */
const MOST_RECIPIENTS = 100;
const SILENCE_MS = 60_000;
const CLOSE_WITHIN_MS = 2000;

/** The mail server that citizens' messages come to. A message is durable before it is answered 250. */
export function createSmtp(ctx: Context): Service & { port(): number } {
  const sessions = new Map<string, () => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    banner: 'Parvis',
    size: LARGEST_MESSAGE,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSE_WITHIN_MS,
    onConnect(session, done) {
      sessions.set(session.id, ctx.busy.begin('smtp session'));
      done();
    },
    onClose(session) {
      sessions.get(session.id)?.();
      sessions.delete(session.id);
    },
    onRcptTo(_address, session, done) {
      const isFull = session.envelope.rcptTo.length >= MOST_RECIPIENTS;
      done(isFull ? Object.assign(new Error('4.5.3 Too many recipients'), { responseCode: 452 }) : null);
    },
    onData(stream, session, done) {
      take(ctx, stream, session).then(
        () => done(null, 'stored'),
        (error) => done(asReply(error)),
      );
    },
  });
  // A client that breaks off is no concern of the runtime; only listening may fail it.
  server.on('error', () => {});

  return {
    name: 'smtp',
    start: () =>
      new Promise((resolve, reject) => {
        server.server.once('error', (error: NodeJS.ErrnoException) => {
          const isTaken = error.code === 'EADDRINUSE';
          reject(
            isTaken ? new Error(`SMTP_PORT ${ctx.smtpPort} is taken: set SMTP_PORT to a free port`) : error,
          );
        });
        server.listen(ctx.smtpPort, '127.0.0.1', () => resolve());
      }),
    stop: () =>
      new Promise((resolve) => {
        if (!server.server.listening) return resolve();
        server.close(() => resolve());
      }),
    port: () => (server.server.address() as { port: number }).port,
  };
}

async function take(ctx: Context, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = [];
  // Read to its end whatever its size, or the client could not be answered; kept only while it may be accepted.
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw new ServiceFault('TooLarge', 'message exceeds 40 MB', 413);
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
  const { raw, verdicts } = readVerdicts(Buffer.concat(chunks));
  ctx.runtime.ses.receive(raw, envelope, verdicts);
}

/** 5yz: do not send it again; 4yz: the fault is ours, try later. */
function asReply(error: unknown): Error & { responseCode: number } {
  const code = error instanceof ServiceFault ? error.code : '';
  if (code === 'MessageRejected')
    return Object.assign(new Error('5.1.1 No such recipient here'), { responseCode: 550 });
  if (code === 'TooLarge')
    return Object.assign(new Error('5.3.4 Message exceeds 40 MB'), { responseCode: 552 });
  process.stderr.write(`smtp: ${error instanceof Error ? error.stack : String(error)}\n`);
  return Object.assign(new Error('4.3.0 Try again later'), { responseCode: 451 });
}

const RESULTS: Record<string, string> = {
  pass: 'PASS',
  fail: 'FAIL',
  permerror: 'FAIL',
  temperror: 'PROCESSING_FAILED',
  softfail: 'GRAY',
  neutral: 'GRAY',
  none: 'GRAY',
};

/** Takes the verdicts that SES would give out of the headers a sender wrote in its stead. */
function readVerdicts(message: Buffer): { raw: Buffer; verdicts: Verdicts } {
  const headers = headersOf(message);
  const isOurs = (name: string, value: string) =>
    name === 'x-ses-spam-verdict' ||
    name === 'x-ses-virus-verdict' ||
    (name === 'authentication-results' && /^amazonses\.com\b/i.test(value));
  const results = headers.find(
    ({ name, value }) =>
      name.toLowerCase() === 'authentication-results' && isOurs('authentication-results', value),
  )?.value;
  const given: Record<string, string | undefined> = {
    spam: headerOf(headers, 'X-SES-Spam-Verdict')?.toUpperCase(),
    virus: headerOf(headers, 'X-SES-Virus-Verdict')?.toUpperCase(),
    ...Object.fromEntries(['spf', 'dkim', 'dmarc'].map((check) => [check, resultOf(results ?? '', check)])),
  };
  // No domain vouches for what neither its servers nor its signature vouch for.
  if (!given.dmarc && given.spf && given.spf !== 'PASS' && given.dkim && given.dkim !== 'PASS')
    given.dmarc = 'FAIL';
  const verdicts = Object.fromEntries(Object.entries(given).filter(([, verdict]) => verdict)) as Verdicts;
  return { raw: withoutHeaders(message, isOurs), verdicts };
}

function resultOf(results: string, check: string): string | undefined {
  const found = new RegExp(`\\b${check}=([a-z]+)`, 'i').exec(results)?.[1]?.toLowerCase();
  return found && (RESULTS[found] ?? 'GRAY');
}
