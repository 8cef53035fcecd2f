import { Duration, Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnDeploymentGroup, LambdaApplication, LambdaDeploymentConfig } from 'aws-cdk-lib/aws-codedeploy';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type CfnAlias, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { allow } from './accepted.ts';
import { alarmAbove, figure } from './alarms.ts';
import { partOf } from './runbook.ts';

/** How the functions of a stack that people wait for change version: gradually, and back when an alarm rings. */
class Deployments extends Construct {
  readonly application: LambdaApplication;
  readonly role: Role;
  readonly faults: Alarm;

  constructor(stack: Stack) {
    super(stack, 'Deployments');
    this.application = new LambdaApplication(this, 'Application');
    // By hand instead of CDK's group, which would add a managed policy wider than what is done here.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
    allow(
      this.role,
      ['cloudwatch:DescribeAlarms'],
      ['*'],
      'CloudWatch knows no narrower resource for reading the state of an alarm.',
    );
    this.faults = alarmAbove(this, 'Faults', {
      metric: figure(this, 'Faults', { by: { Part: partOf(stack) }, period: Duration.minutes(1) }),
      impact:
        'People meet an error page where they asked for something: what they typed stays on their device.',
    });
  }

  static of(stack: Stack): Deployments {
    return (stack.node.tryFindChild('Deployments') as Deployments | undefined) ?? new Deployments(stack);
  }
}

/** The alias that the API calls; CloudFormation moves it through CodeDeploy, which watches the alarms meanwhile. */
export function liveAlias(fn: LambdaFunction, errors: Alarm): Alias {
  const stack = Stack.of(fn);
  const { application, role, faults } = Deployments.of(stack);
  const scope = fn.node.scope ?? stack;
  const alias = new Alias(scope, `${fn.node.id}Live`, { aliasName: 'live', version: fn.currentVersion });
  allow(role, ['lambda:GetAlias', 'lambda:UpdateAlias'], [fn.functionArn]);
  allow(role, ['lambda:GetProvisionedConcurrencyConfig'], [`${fn.functionArn}:live`]);
  const group = new CfnDeploymentGroup(scope, `${fn.node.id}Deployment`, {
    applicationName: application.applicationName,
    serviceRoleArn: role.roleArn,
    deploymentConfigName: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES.deploymentConfigName,
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    alarmConfiguration: {
      enabled: true,
      alarms: [{ name: errors.alarmName }, { name: faults.alarmName }],
    },
    autoRollbackConfiguration: {
      enabled: true,
      events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
  });
  (alias.node.defaultChild as CfnAlias).cfnOptions.updatePolicy = {
    codeDeployLambdaAliasUpdate: {
      applicationName: application.applicationName,
      deploymentGroupName: group.ref,
    },
  };
  return alias;
}
