import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Operation } from '../../functions/shared/api.ts';
import { accept } from './accepted.ts';
import { alarmAbove } from './alarms.ts';
import { EdgeKeys } from './edge-keys.ts';
import type { AppFunction } from './function.ts';

type Routed = AppFunction<Record<string, string>>;
export type AppApiProps = {
  /** What a person suffers while it fails. */
  readonly impact: string;
  /** Number of the secret that CloudFront says, 1 unless said (edge-keys.ts). */
  readonly edgeKey?: number | undefined;
  readonly key: IKey;
};

/** The HTTP API of an authority, for CloudFront alone: one route for each operation, throttled, its access log without personal data. */
export class AppApi extends Construct {
  readonly api: HttpApi;
  readonly #integrations = new Map<Routed, HttpLambdaIntegration>();
  /** By which it knows who comes through CloudFront. */
  readonly edgeKeys: EdgeKeys;
  readonly #serverErrors: Alarm;

  constructor(scope: Construct, id: string, props: AppApiProps) {
    super(scope, id);
    const { edgeKey: number = 1, key } = props;
    this.edgeKeys = new EdgeKeys(this, 'EdgeKeys', { number, key });
    this.api = new HttpApi(this, 'Api', { createDefaultStage: true });
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.api.defaultStage?.node.defaultChild as CfnStage;
    stage.accessLogSettings = { destinationArn: logs.logGroupArn, format: accessLog };
    stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
    this.#serverErrors = alarmAbove(this, 'ServerErrors', {
      // Within a minute: a new version that breaks is taken back by it (deployment.ts).
      metric: this.api.metricServerError({ period: Duration.minutes(1) }),
      kind: 'server-errors',
      impact: props.impact,
    });
  }

  /** Sends operations to a function. Routes live beside it: the API knows none of the stacks that answer. */
  route(fn: Routed, ...operations: readonly Pick<Operation, 'method' | 'path'>[]): this {
    const integration = this.#integrations.get(fn) ?? this.#integrate(fn);
    for (const { method, path } of operations) {
      const route = new HttpRoute(fn.node.scope ?? this, `${method} ${path.replaceAll('/', ' ').trim()}`, {
        httpApi: this.api,
        routeKey: HttpRouteKey.with(path, HttpMethod[method]),
        integration,
        authorizer: new HttpNoneAuthorizer(),
      });
      accept(
        route,
        'APIG4',
        'Sessions are checked in the function: the caller is a cookie of our own sign-in, denied by default.',
      );
    }
    return this;
  }

  #integrate(fn: Routed): HttpLambdaIntegration {
    fn.ringsElsewhere().addEnvironment('EDGE_KEYS', this.edgeKeys.accepted);
    const integration = new HttpLambdaIntegration(`${fn.node.id}Integration`, fn.live(this.#serverErrors), {
      scopePermissionToRoute: false,
      timeout: Duration.seconds(29),
    });
    this.#integrations.set(fn, integration);
    return integration;
  }
}

/** Neither address nor path nor agent string: a path may hold a reference. */
const accessLog = JSON.stringify({
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
});
