import { DeleteSuppressedDestinationCommand, type SESv2Client } from '@aws-sdk/client-sesv2';

/** Takes an address off the list that SES keeps for the whole account; one that is not on it is no error. */
export const forgetAddress =
  (ses: SESv2Client) =>
  async (EmailAddress: string): Promise<void> => {
    await ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress })).catch((error: Error) => {
      if (error.name !== 'NotFoundException') throw error;
    });
  };
