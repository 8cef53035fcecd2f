import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { partsOf } from '../sms/parts.ts';
import type { Sent } from './send.ts';
import type { Text } from './send-sms.ts';

/** A number that no carrier takes; anything else is a fault of the moment or of the account, and is tried again. */
const refusals = [
  'InvalidParameter',
  'InvalidParameterException',
  'InvalidParameterValueException',
  'EndpointDisabled',
  'EndpointDisabledException',
  'OptedOutException',
];
/** US dollars for each part. A French one costs less; a number that is not what it seems must not cost more. */
const dearest = 0.12;

/** One text message by SNS, sent as transactional: neither grouped nor delayed. */
export const texter =
  (sns: SNSClient) =>
  async ({ to, text, ...from }: Text): Promise<Sent> => {
    const attribute = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });
    try {
      const { MessageId } = await sns.send(
        new PublishCommand({
          PhoneNumber: to,
          Message: text,
          MessageAttributes: {
            ...('number' in from
              ? { 'AWS.MM.SMS.OriginationNumber': attribute(from.number) }
              : { 'AWS.SNS.SMS.SenderID': attribute(from.sender) }),
            'AWS.SNS.SMS.SMSType': attribute('Transactional'),
            'AWS.SNS.SMS.MaxPrice': attribute((dearest * partsOf(text).parts).toFixed(2), 'Number'),
          },
        }),
      );
      return { providerId: MessageId ?? '' };
    } catch (error) {
      if (error instanceof Error && refusals.includes(error.name)) return { refused: error.name };
      throw error;
    }
  };
