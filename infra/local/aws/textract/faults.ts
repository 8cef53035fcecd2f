import { ServiceFault } from '../wire/fault.ts';

export class BadDocument extends ServiceFault {
  constructor(message: string) {
    super('BadDocumentException', message);
  }
}

export const unsupported = () =>
  new ServiceFault('UnsupportedDocumentException', 'Request has unsupported document format');

export const tooLarge = (message: string) => new ServiceFault('DocumentTooLargeException', message);

export const noSuchObject = () =>
  new ServiceFault(
    'InvalidS3ObjectException',
    'Unable to get object metadata from S3. Check object key, region and/or access permissions.',
  );
