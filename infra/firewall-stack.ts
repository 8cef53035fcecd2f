import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Authority } from '../functions/settings/authority.ts';

/** What CloudFront accepts from us-east-1 only: the certificate of the site and the firewall in front of it. */
export class FirewallStack extends Stack {
  readonly certificate: ICertificate;
  readonly aclArn: string;

  constructor(scope: Construct, id: string, props: StackProps & { readonly authority: Authority }) {
    super(scope, id, props);
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: props.authority.domain,
      validation: CertificateValidation.fromDns(),
    });
    this.aclArn = new CfnWebACL(this, 'Firewall', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('firewall'),
      rules: [
        managed(0, 'AWSManagedRulesAmazonIpReputationList'),
        managed(1, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(2, 'AWSManagedRulesCommonRuleSet', readByOurselves),
        {
          name: 'one-address-too-often',
          priority: 3,
          action: { block: {} },
          // A whole town hall calls from one address.
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: 5000 } },
          visibilityConfig: seenAs('one-address-too-often'),
        },
      ],
    }).attrArn;
  }
}

/** Citizens write freely, at length, and quote web addresses: these only count; the functions parse every body by a schema. */
const readByOurselves = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericRFI_BODY',
  'GenericLFI_BODY',
];

function managed(priority: number, name: string, counted: readonly string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: seenAs(name),
  };
}

const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
