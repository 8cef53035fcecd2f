import type { Context } from '../context.ts';
import { deployed } from '../deployed.ts';

export type SesRecord = {
  ses: {
    mail: { messageId: string; headers?: { name: string; value: string }[] };
    /** Not of a receipt's event, but of the same message sent to a topic: the raw mail. */
    content?: string;
  };
};
type Rule = { Actions?: { S3Action?: { BucketName: string; ObjectKeyPrefix?: string } }[] };

/**
 * A receipt's event names a mail that SES has already kept. When it is injected, that mail is made from its headers,
 * unless it is there.
 */
export function keepMail(ctx: Context, { ses }: SesRecord): void {
  const rules = deployed(ctx, 'AWS::SES::ReceiptRule').map(({ properties }) => properties.Rule as Rule);
  for (const { S3Action: action } of rules.flatMap((rule) => rule.Actions ?? [])) {
    if (!action) continue;
    const key = `${action.ObjectKeyPrefix ?? ''}${ses.mail.messageId}`;
    if (ctx.runtime.s3.get(action.BucketName, key)) continue;
    ctx.runtime.s3.put(action.BucketName, key, Buffer.from(ses.content ?? madeFrom(ses.mail.headers ?? [])), {
      contentType: 'message/rfc822',
    });
  }
}

function madeFrom(headers: { name: string; value: string }[]): string {
  const kept = headers.filter(({ name }) => !/^content-/i.test(name));
  const lines = kept.map(({ name, value }) => `${name}: ${value}`);
  const subject = headers.find(({ name }) => name.toLowerCase() === 'subject')?.value ?? '';
  return [...lines, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', subject, ''].join(
    '\r\n',
  );
}
