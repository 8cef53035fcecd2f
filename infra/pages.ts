import { Duration, Size } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';

type Site = { site: IBucket; distribution: IDistribution; folder: string };

/**
 * Puts the built pages in the site's bucket. Files under `assets/` are named after their content and kept for ever by
 * browsers; pages are asked for again each time. Old files stay: a page open in a browser still finds its code.
 */
export function publishPages(scope: Construct, { site, distribution, folder }: Site): void {
  const shared = {
    destinationBucket: site,
    prune: false,
    memoryLimit: 512,
    ephemeralStorageSize: Size.gibibytes(1),
  };
  const assets = new BucketDeployment(scope, 'Assets', {
    ...shared,
    sources: [Source.asset(folder, { exclude: ['*', '!assets', '!assets/**'] })],
    cacheControl: [
      CacheControl.setPublic(),
      CacheControl.maxAge(Duration.days(365)),
      CacheControl.immutable(),
    ],
  });
  const pages = new BucketDeployment(scope, 'Pages', {
    ...shared,
    sources: [Source.asset(folder, { exclude: ['assets', 'routes.json'] })],
    cacheControl: [
      CacheControl.setPublic(),
      CacheControl.maxAge(Duration.seconds(0)),
      CacheControl.mustRevalidate(),
    ],
    distribution,
    distributionPaths: ['/*'],
  });
  pages.node.addDependency(assets);
}
