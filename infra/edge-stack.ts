import { Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { edgeHeader } from '../functions/agents/caller-address.ts';
import type { Authority } from '../functions/settings/authority.ts';
import { accept } from './constructs/accepted.ts';
import type { AppApi } from './constructs/api.ts';
import { madeWeb } from './making/places.ts';
import { publishPages } from './pages.ts';
import { pageFunctions, routesOf } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import type { Data } from './subject.ts';

type Props = StackProps & {
  readonly authority: Authority;
  readonly data: Data & { readonly logs: IBucket };
  readonly api: AppApi;
  readonly certificate: ICertificate;
  readonly aclArn: string;
  /** Address of map tiles, when maps are drawn on some. */
  readonly tiles?: string | undefined;
};

/** The site: pages from a private bucket, `/api` from the HTTP API, behind the firewall, with strict headers. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: Props) {
    const { authority, data, api, certificate, aclArn, tiles, ...rest } = props;
    super(scope, id, rest);
    const site = this.#siteBucket(data.logs);
    const pages = pageFunctions(routesOf(madeWeb(authority.slug)));
    const find = this.#function('Rewrite', pages.request, 'Turns an address into the file of its page');
    const judge = this.#function('Judge', pages.response, 'Says 404 of the page that says so');
    const headers = securityHeaders(this, 'Headers', data.buckets, tiles);
    const distribution = new Distribution(this, 'Distribution', {
      comment: authority.name,
      domainNames: [authority.domain],
      certificate,
      webAclId: aclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      logBucket: data.logs,
      logFilePrefix: 'site/',
      logIncludesCookies: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(site),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [
          { function: find, eventType: FunctionEventType.VIEWER_REQUEST },
          { function: judge, eventType: FunctionEventType.VIEWER_RESPONSE },
        ],
        compress: true,
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.api.apiEndpoint)), {
            protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
            customHeaders: { [edgeHeader]: api.edgeKeys.sent },
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          compress: true,
        },
      },
    });
    accept(
      distribution,
      'CFR1',
      'Citizens of the authority live and travel everywhere: an address abroad is no reason to refuse a request.',
    );
    publishPages(this, { site, distribution, folder: madeWeb(authority.slug) });
  }

  #function(id: string, code: string, comment: string): EdgeFunction {
    return new EdgeFunction(this, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(code),
      comment,
    });
  }

  #siteBucket(logs: IBucket): Bucket {
    return new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // Public pages, rebuilt at each deployment: S3's own key is enough, and CloudFront needs no right on ours.
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'site-bucket/',
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
