import { createAddresses } from './addresses/index.ts';
import { createAccount } from './aws/account/index.ts';
import { createEvents } from './aws/events/index.ts';
import { createKms } from './aws/kms/index.ts';
import { createS3 } from './aws/s3/index.ts';
import { createSecrets } from './aws/secrets/index.ts';
import { createSes } from './aws/ses/index.ts';
import { createSns } from './aws/sns/index.ts';
import { createSqs } from './aws/sqs/index.ts';
import { createStates } from './aws/states/index.ts';
import { createTextract } from './aws/textract/index.ts';
import { createOidc } from './oidc/index.ts';
import type { Parts } from './part.ts';
import { createPayfip } from './payfip/index.ts';
import { createScans } from './scans.ts';
import { createSmtp } from './smtp.ts';
import { createTools } from './tools/index.ts';

/** Everything the product uses, beside the core. Services start in this order and stop in the reverse one. */
export const allParts: Parts = {
  services: [
    createS3,
    createSqs,
    createSns,
    createSes,
    createKms,
    createSecrets,
    createStates,
    createEvents,
    createTextract,
    createSmtp,
    createScans,
    createPayfip,
    createAddresses,
    createAccount,
  ],
  tools: createTools,
  oidc: createOidc,
};
