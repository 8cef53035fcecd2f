import { type All, type Found, place, type Rule, text, unless } from './template.ts';

/** A first tenth of the calls meets the new version for five minutes: an alarm that looks less often sees nothing of it. */
const seconds = 60;

type Group = {
  DeploymentConfigName?: unknown;
  DeploymentStyle?: { DeploymentOption?: string };
  AlarmConfiguration?: { Enabled?: boolean; IgnorePollAlarmFailure?: boolean; Alarms?: { Name?: unknown }[] };
  AutoRollbackConfiguration?: { Enabled?: boolean; Events?: string[] };
};

/** Rings within a minute, when it cannot be read as well as when it says so, and takes the version back. */
const goesBack = ({ stack, props }: Found, all: All): boolean => {
  const { DeploymentConfigName, DeploymentStyle, AlarmConfiguration, AutoRollbackConfiguration } =
    props as Group;
  const { Enabled, IgnorePollAlarmFailure = false, Alarms = [] } = AlarmConfiguration ?? {};
  const behind = Alarms.map(({ Name }) => all.behind(stack, Name, 'AWS::CloudWatch::Alarm'));
  return (
    /Canary/.test(text(DeploymentConfigName)) &&
    DeploymentStyle?.DeploymentOption === 'WITH_TRAFFIC_CONTROL' &&
    Enabled === true &&
    !IgnorePollAlarmFailure &&
    behind.length > 0 &&
    behind.every((alarm) => alarm !== undefined) &&
    behind.some((alarm) => Number(alarm?.props.Period) <= seconds) &&
    AutoRollbackConfiguration?.Enabled === true &&
    ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'].every((event) =>
      AutoRollbackConfiguration.Events?.includes(event),
    )
  );
};

/** How what people meet changes version. */
export const deploymentRules: readonly Rule[] = [
  {
    says: 'people meet an alias that is deployed gradually, never the newest code at once',
    broken: (all) => [
      ...all
        .of('AWS::ApiGatewayV2::Integration')
        .filter(({ props }) => !/Live[0-9A-F]{8}/.test(text(props.IntegrationUri)))
        .map(place),
      ...unless(goesBack)(all.of('AWS::CodeDeploy::DeploymentGroup'), all),
      ...all.stacks.flatMap(({ name, template }) =>
        Object.entries(template.Resources ?? {}).flatMap(([id, { Type, UpdatePolicy }]) =>
          Type === 'AWS::Lambda::Alias' &&
          !all.behind(
            name,
            UpdatePolicy?.CodeDeployLambdaAliasUpdate?.DeploymentGroupName,
            'AWS::CodeDeploy::DeploymentGroup',
          )
            ? [`${name}/${id}`]
            : [],
        ),
      ),
    ],
  },
];
