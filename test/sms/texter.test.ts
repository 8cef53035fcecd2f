import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { texter } from '../../functions/delivery/sms.adapter.ts';
import { Authority } from '../../functions/settings/authority.ts';
import { senderName } from '../../functions/sms/sender.ts';
import valClair from '../../infra/collectivities/val-clair/authority.json' with { type: 'json' };

const sns = mockClient(SNSClient);
const send = texter(new SNSClient({ region: 'eu-west-3' }));
const text = { to: '+33639980012', text: 'Bonjour', sender: 'ValClair' };
beforeEach(() => sns.reset());
const failing = (name: string) =>
  sns.on(PublishCommand).rejects(Object.assign(new Error('no'), { name, $fault: 'client' }));

describe('what the carrier answers', () => {
  it.each(['InvalidParameter', 'OptedOutException'])('%s: the number takes no text', async (name) => {
    failing(name);
    expect(await send(text)).toEqual({ refused: name });
  });

  it.each(['Throttled', 'InternalError', 'AuthorizationError'])('%s: it is tried again', async (name) => {
    failing(name);
    await expect(send(text)).rejects.toMatchObject({ name });
  });

  it('may cost what its parts cost, and no more', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'sns-1' });
    for (const length of [160, 460]) await send({ ...text, text: 'a'.repeat(length) });
    const prices = sns.commandCalls(PublishCommand).map(({ args }) => args[0].input.MessageAttributes);
    expect(prices.map((one) => one?.['AWS.SNS.SMS.MaxPrice']?.StringValue)).toEqual(['0.12', '0.48']);
  });

  it('leaves under the name, or from the number that can be answered, never both', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'sns-1' });
    expect(await send(text)).toEqual({ providerId: 'sns-1' });
    await send({ to: text.to, text: text.text, number: '+33639980036' });
    const [named, numbered] = sns
      .calls()
      .map(({ args }) => Object.keys((args[0].input as { MessageAttributes: object }).MessageAttributes));
    expect(named).toContain('AWS.SNS.SMS.SenderID');
    expect(named).not.toContain('AWS.MM.SMS.OriginationNumber');
    expect(numbered).toContain('AWS.MM.SMS.OriginationNumber');
    expect(numbered).not.toContain('AWS.SNS.SMS.SenderID');
  });
});

describe('the configuration of an authority', () => {
  const withSms = (sms: object) => Authority.safeParse({ ...valClair, sms });
  it.each([
    { senderName: 'MairieDeValClair' },
    { senderName: 'Val-Clair' },
    { senderName: '12345' },
    { twoWayNumber: '+33612345678' },
    { twoWayNumber: '0937001122' },
  ])('%o is refused with what to do', (sms) => {
    const { error } = withSms(sms);
    expect(error?.issues[0]?.message).toMatch(/leave it out/i);
  });
  it.each([{}, { senderName: 'ValClair' }, { twoWayNumber: '+33937001122' }, { twoWayNumber: '36180' }])(
    '%o is accepted',
    (sms) => expect(withSms(sms).success).toBe(true),
  );
  it('needs no sender name: the short name makes one', () => {
    expect(senderName({ shortName: 'Évry-Courcouronnes' })).toBe('EvryCourcou');
  });
});
