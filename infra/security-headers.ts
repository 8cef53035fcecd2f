import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Headers of every page: only this site's own code runs, and only the two buckets of files, and the tiles of maps, are reached beside it. */
export function securityHeaders(
  scope: Construct,
  id: string,
  buckets: { uploads: IBucket; documents: IBucket },
  /** Address of map tiles, when maps are drawn on some. */
  tiles?: string | undefined,
): ResponseHeadersPolicy {
  const uploads = `https://${buckets.uploads.bucketRegionalDomainName}`;
  const documents = `https://${buckets.documents.bucketRegionalDomainName}`;
  const maps = tiles ? ` ${new URL(tiles).origin}` : '';
  const contentSecurityPolicy = [
    "default-src 'self'",
    `connect-src 'self' ${uploads} ${documents}`,
    `img-src 'self' data: blob: ${documents}${maps}`,
    `frame-src 'self' blob: ${documents}`,
    "font-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
        {
          header: 'permissions-policy',
          value: 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()',
          override: true,
        },
      ],
    },
    removeHeaders: ['server', 'x-amz-server-side-encryption', 'x-amz-version-id'],
  });
}
