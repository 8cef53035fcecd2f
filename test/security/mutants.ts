type Json = Record<string, unknown>;
const deep = (times: number) => `${'['.repeat(times)}${']'.repeat(times)}`;
/** Values that no field expects, each written as JSON: some are no JSON that a value could become. */
const odd: readonly (readonly [what: string, json: string])[] = [
  ['null', 'null'],
  ['true', 'true'],
  ['a list', '[1,"a",null]'],
  ['an object', '{"a":{"b":1}}'],
  ['a constructor', '{"constructor":{"prototype":{"role":"administrator"}}}'],
  ['a prototype', '{"__proto__":{"role":"administrator"}}'],
  ['nothing', '""'],
  ['blanks', '" \\n\\t"'],
  ['a long text', JSON.stringify('a'.repeat(200_000))],
  ['half a character', '"\\ud800"'],
  ['no character', '"a\\u0000b"'],
  ['a text written backwards', '"\\u202Eabc"'],
  ['letters of many marks', JSON.stringify(`e${'\u0301'.repeat(5_000)}`)],
  ['a climbing path', '"../../../../etc/passwd"'],
  ['a query', '"\' OR 1=1; --"'],
  ['an expression', '"{{7*7}}${7*7}#{7*7}"'],
  ['a key of another kind', '"SESSION#x"'],
  ['zero', '0'],
  ['less than nothing', '-1'],
  ['half', '0.5'],
  ['the greatest number', '9007199254740993'],
  ['beyond every number', '1e999'],
  ['a negative nothing', '-0'],
  ['ten thousand things', `[${'1,'.repeat(9_999)}1]`],
  ['deep lists', deep(60)],
  ['a day that never was', '"2026-02-30"'],
  ['a year far off', '"+275760-09-13"'],
  ['a day before all', '"0000-00-00"'],
];

/** Bodies that are wrong in one place each: every field with every odd value, a field too many, a key twice, no JSON at all. */
export const mutants = (good: unknown): [what: string, body: string][] => {
  const fields = good && typeof good === 'object' && !Array.isArray(good) ? Object.keys(good) : [];
  const text = JSON.stringify(good);
  const whole: [string, string][] = [
    ...odd.map(([what, json]): [string, string] => [`${what} for all`, json]),
    ['one more field', JSON.stringify({ ...(good as Json), role: 'administrator', isAdmin: true })],
    ['a key of the prototype', text.replace(/^\{/, '{"__proto__":{"a":1},')],
    ['cut short', text.slice(0, -1)],
    ['two of them', `${text}${text}`],
    ['too deep', deep(100_000)],
    ['a mark before it', `\ufeff${text}`],
  ];
  const single = fields.flatMap((field) => {
    const rest = Object.fromEntries(Object.entries(good as Json).filter(([name]) => name !== field));
    const before = JSON.stringify(rest).slice(0, -1);
    const comma = Object.keys(rest).length > 0 ? ',' : '';
    return [
      [`without ${field}`, JSON.stringify(rest)] as [string, string],
      ...odd.map(([what, json]): [string, string] => [
        `${field}: ${what}`,
        `${before}${comma}${JSON.stringify(field)}:${json}}`,
      ]),
      [
        `${field} twice`,
        `${before}${comma}"${field}":1,"${field}":${JSON.stringify((good as Json)[field])}}`,
      ] as [string, string],
    ];
  });
  // One of each in turn, so that the first of them are of many kinds.
  return [...single, ...whole].sort(([one], [other]) => (hash(one) < hash(other) ? -1 : 1));
};
const hash = (text: string): number =>
  [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_521, 7);

export const oddPaths = [
  ...[
    '%00',
    '..%2f..%2fx',
    '%E0%A4%A',
    '__proto__',
    'constructor',
    '-1',
    '1e999',
    '%F0%9F%98%80',
    '%0d%0aX-Evil:%201',
  ],
  ...['a'.repeat(290), 'a'.repeat(400), '%23', '*', 'SESSION%23x', '%u0000', "'%20OR%201=1"],
];
export const oddQueries = [
  ...[
    '',
    '-1',
    '1e999',
    '%00',
    'a'.repeat(3_000),
    '__proto__',
    '%F0%9F%98%80',
    '2026-02-30',
    '0000-00-00',
    'null',
    '[]',
  ],
  ...['eyJhIjoxfQ', 'eyJwayI6IlNFU1NJT04jeCIsInNrIjoieCJ9', '%E0%A4%A', '9999999999999999999'],
];
