type Overriding = { Override?: boolean | string };
type Security = {
  ContentSecurityPolicy?: Overriding & { ContentSecurityPolicy: string };
  ContentTypeOptions?: Overriding;
  FrameOptions?: Overriding & { FrameOption: string };
  ReferrerPolicy?: Overriding & { ReferrerPolicy: string };
  StrictTransportSecurity?: Overriding & {
    AccessControlMaxAgeSec: number;
    IncludeSubdomains?: boolean;
    Preload?: boolean;
  };
  XSSProtection?: Overriding & { Protection: boolean; ModeBlock?: boolean };
};
type Config = {
  SecurityHeadersConfig?: Security;
  CustomHeadersConfig?: { Items: (Overriding & { Header: string; Value: string })[] };
  RemoveHeadersConfig?: { Items: { Header: string }[] };
};

/** Adds and removes headers as a ResponseHeadersPolicy of the template says. */
export type HeadersPolicy = (headers: Record<string, string>) => Record<string, string>;

export function readHeadersPolicy(properties: Record<string, unknown>): HeadersPolicy {
  const config = properties.ResponseHeadersPolicyConfig as Config;
  const added = [...securityHeaders(config.SecurityHeadersConfig ?? {}), ...customHeaders(config)];
  const removed = (config.RemoveHeadersConfig?.Items ?? []).map(({ Header }) => Header.toLowerCase());
  return (headers) => {
    const result = { ...headers };
    for (const name of removed) delete result[name];
    for (const { name, value, overrides } of added)
      if (overrides || result[name] === undefined) result[name] = value;
    return result;
  };
}

type Added = { name: string; value: string; overrides: boolean };
const header = (name: string, value: string, { Override }: Overriding): Added => ({
  name,
  value,
  overrides: String(Override) === 'true',
});

function customHeaders({ CustomHeadersConfig }: Config): Added[] {
  return (CustomHeadersConfig?.Items ?? []).map((item) =>
    header(item.Header.toLowerCase(), item.Value, item),
  );
}

function securityHeaders(security: Security): Added[] {
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: type,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
  } = security;
  const { StrictTransportSecurity: hsts, XSSProtection: xss } = security;
  const isTrue = (value: unknown) => String(value) === 'true';
  return [
    csp && header('content-security-policy', withWholeOrigins(csp.ContentSecurityPolicy), csp),
    type && header('x-content-type-options', 'nosniff', type),
    frame && header('x-frame-options', frame.FrameOption, frame),
    referrer && header('referrer-policy', referrer.ReferrerPolicy, referrer),
    xss &&
      header(
        'x-xss-protection',
        isTrue(xss.Protection) ? `1${isTrue(xss.ModeBlock) ? '; mode=block' : ''}` : '0',
        xss,
      ),
    hsts &&
      header(
        'strict-transport-security',
        `max-age=${hsts.AccessControlMaxAgeSec}${isTrue(hsts.IncludeSubdomains) ? '; includeSubDomains' : ''}${isTrue(hsts.Preload) ? '; preload' : ''}`,
        hsts,
      ),
  ].filter((one): one is Added => Boolean(one));
}

/** A bucket is a host on AWS and a path here; a source with a path would only allow that very path. */
function withWholeOrigins(policy: string): string {
  return policy.replace(/(http:\/\/127\.0\.0\.1:\d+)\/_aws\/[^\s;]*/g, '$1');
}
