import { Duration, Size } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { accept } from './constructs/accepted.ts';

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
  acceptCdkDeployment(assets);
}

/** The function is CDK's own and shared by both deployments; it runs while deploying, never for a citizen. */
function acceptCdkDeployment(deployment: BucketDeployment): void {
  const reason =
    'Role of the function that CDK brings to copy pages at deployment: limited to the bucket of assets and to the public site.';
  const own = deployment.handlerRole.node.scope as Construct;
  accept(own, 'L1', 'CDK chooses the runtime of its own function and raises it with its releases.');
  accept(
    own,
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    reason,
  );
  for (const action of ['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'])
    accept(own, `IAM5[Action::s3:${action}*]`, reason);
  accept(own, 'IAM5[Resource::…/*]', reason);
  accept(own, 'IAM5[Resource::*]', 'CloudFront lists and creates invalidations without naming a resource.');
}
