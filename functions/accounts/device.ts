/** A browser that signed in: told apart by a long-lived secret of its own, named by its family, never by its place. */
export type Device = { id: string; family: Family; firstSeenAt: string; lastSeenAt: string };
/** A session as its account lists it: `id` is the hash under which the server keeps it. */
export type OpenSession = {
  id: string;
  family: Family;
  by: 'franceconnect' | 'code' | 'passkey';
  startedAt: string;
  /** Epoch seconds; it is over then at the latest. */
  expiresAt: number;
  passkey?: string;
};
export const families = ['firefox', 'edge', 'opera', 'samsung', 'chrome', 'safari', 'other'] as const;
export const systems = ['android', 'ios', 'windows', 'macos', 'linux', 'other'] as const;
export type Family = { browser: (typeof families)[number]; system: (typeof systems)[number] };
/** Brands, called the same in every language. */
export const brands: Record<Exclude<Family['browser'], 'other'>, string> = {
  firefox: 'Firefox',
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  chrome: 'Chrome',
  safari: 'Safari',
};

const browsers: [RegExp, Family['browser']][] = [
  [/\bFirefox\/|\bFxiOS\//, 'firefox'],
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\bOPR\/|\bOpera\b/, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/Chrome\/|\bCriOS\/|\bChromium\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const machines: [RegExp, Family['system']][] = [
  [/\bAndroid\b/, 'android'],
  [/\biPhone\b|\biPad\b|\biPod\b/, 'ios'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macos'],
  [/\bLinux\b|\bX11\b/, 'linux'],
];

/** Family of a browser and of its machine, enough to recognise one's own; the version and the rest are not kept. */
export const familyOf = (userAgent: string | undefined): Family => ({
  browser: browsers.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? 'other',
  system: machines.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? 'other',
});
