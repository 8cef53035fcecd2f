/** What a distribution of the template says, as far as it is served here. */
export type CustomError = { status: number; page?: string; answered?: number };
export type Origin = { id: string; domain: string; path: string; headers: Record<string, string> };
export type Behaviour = {
  pattern: string;
  expression: RegExp;
  origin: Origin;
  methods: ReadonlySet<string>;
  compress: boolean;
  policy: string | undefined;
  functions: { event: 'viewer-request' | 'viewer-response'; arn: string }[];
};
export type Distribution = { id: string; root: string; behaviours: Behaviour[]; errors: CustomError[] };

type RawBehaviour = {
  PathPattern?: string;
  TargetOriginId: string;
  AllowedMethods?: string[];
  Compress?: boolean | string;
  ResponseHeadersPolicyId?: string;
  FunctionAssociations?: { EventType: string; FunctionARN: string }[];
  LambdaFunctionAssociations?: unknown[];
};
type RawOrigin = {
  Id: string;
  DomainName: string;
  OriginPath?: string;
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: string }[];
};
type RawError = { ErrorCode: number | string; ResponsePagePath?: string; ResponseCode?: number | string };
type Config = {
  Origins: RawOrigin[];
  CacheBehaviors?: RawBehaviour[];
  DefaultCacheBehavior: RawBehaviour;
  DefaultRootObject?: string;
  CustomErrorResponses?: RawError[];
};

export function readDistribution(id: string, properties: Record<string, unknown>): Distribution {
  const config = properties.DistributionConfig as Config;
  const origins = new Map(config.Origins.map((origin) => [origin.Id, originOf(origin)]));
  const behaviour = (raw: RawBehaviour): Behaviour => {
    const origin = origins.get(raw.TargetOriginId);
    if (!origin) throw new Error(`no origin ${raw.TargetOriginId}`);
    if (raw.LambdaFunctionAssociations?.length) throw new Error('Lambda@Edge is not served here');
    const pattern = raw.PathPattern ?? '*';
    return {
      pattern,
      expression: patternOf(pattern),
      origin,
      methods: new Set(raw.AllowedMethods ?? ['GET', 'HEAD']),
      compress: String(raw.Compress) === 'true',
      policy: raw.ResponseHeadersPolicyId,
      functions: (raw.FunctionAssociations ?? []).map(({ EventType, FunctionARN }) => ({
        event: EventType as 'viewer-request' | 'viewer-response',
        arn: FunctionARN,
      })),
    };
  };
  return {
    id,
    root: config.DefaultRootObject ?? '',
    behaviours: [...(config.CacheBehaviors ?? []), config.DefaultCacheBehavior].map(behaviour),
    errors: (config.CustomErrorResponses ?? []).map((raw) => ({
      status: Number(raw.ErrorCode),
      ...(raw.ResponsePagePath && {
        page: raw.ResponsePagePath,
        answered: Number(raw.ResponseCode ?? raw.ErrorCode),
      }),
    })),
  };
}

function originOf(raw: RawOrigin): Origin {
  const headers = (raw.OriginCustomHeaders ?? []).map(({ HeaderName, HeaderValue }) => [
    HeaderName.toLowerCase(),
    HeaderValue,
  ]);
  return {
    id: raw.Id,
    domain: raw.DomainName,
    path: raw.OriginPath ?? '',
    headers: Object.fromEntries(headers),
  };
}

/** `*` is any run of characters, `?` any one; the slash before is implied; letter case counts. */
function patternOf(pattern: string): RegExp {
  const escaped = pattern.replace(/^\//, '').replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^/${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
}

export function behaviourFor(distribution: Distribution, path: string): Behaviour {
  return distribution.behaviours.find(({ expression }) => expression.test(path)) as Behaviour;
}
