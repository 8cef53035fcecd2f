import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { s3Client } from '../../shared/objects.adapter.ts';

/** Whether a model is where it was written; without the right to list, S3 says 403 of what is not there. */
export const isStored = (Bucket: string) => {
  const s3 = s3Client();
  return async (Key: string): Promise<boolean> => {
    try {
      await s3.send(new HeadObjectCommand({ Bucket, Key }));
      return true;
    } catch (error) {
      const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
      if (status === 403 || status === 404) return false;
      throw error;
    }
  };
};
