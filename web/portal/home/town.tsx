/** The town on its river, seen from the square. Purely decorative. */
export function Town() {
  return (
    <svg
      class="town"
      viewBox="0 0 1280 520"
      aria-hidden="true"
      focusable="false"
      preserveAspectRatio="xMaxYMax slice"
    >
      <g transform="translate(640 190)">
        <circle class="sun" cx="556" cy="30" r="40" />
        <path
          class="hill-far"
          d="M-640 236c140-60 300-70 430-26s150 20 214-34c76-18 150-46 232-12s138-30 226-34 140 20 182 26v180h-1284z"
        />
        <path
          class="hill-near"
          d="M-640 262c190-46 330-34 460-8s130-18 180-40c96-40 190-30 300-10s210-44 340-10v140h-1280z"
        />
        <Trees at={trees} />
        <House x={92} width={62} height={70} roof={34} tone="a" />
        <House x={150} width={54} height={92} roof={30} tone="b" />
        <House x={200} width={66} height={64} roof={36} tone="c" />
        <House x={432} width={60} height={82} roof={34} tone="b" />
        <House x={488} width={64} height={62} roof={38} tone="a" />
        <TownHall />
        <path class="square" d="M-640 300c220-4 420-30 660-44 190-10 440-14 620-4v82h-1280z" />
        <Paving />
        <Person x={214} y={266} tone="a" />
        <Person x={232} y={270} tone="b" small />
        <Person x={446} y={268} tone="c" />
        <path
          class="river"
          d="M-640 306c60-14 112-14 168 0s112 14 168 0 112-14 168 0 90 14 136 2 112-24 168-10 112 14 168 0 112-14 168 0 94 12 136 2v36h-1280z"
        />
        <path
          class="ripple"
          d="M-560 322c30-8 58-8 88 0M-300 316c30-8 58-8 88 0M-90 322c30-8 58-8 88 0M70 314c30-8 58-8 88 0M250 319c30-8 58-8 88 0M410 313c30-8 58-8 88 0M540 321c24-6 48-6 72 0"
        />
      </g>
    </svg>
  );
}

const trees: [number, number][] = [
  [-500, 262],
  [-468, 254],
  [-330, 262],
  [-70, 258],
  [-38, 250],
  [34, 216],
  [60, 224],
  [572, 224],
  [600, 214],
];

const Trees = ({ at }: { at: [number, number][] }) => (
  <>
    {at.map(([x, y]) => (
      <g key={x}>
        <path class="trunk" d={`M${x} ${y}v30`} />
        <ellipse class="leaves" cx={x} cy={y} rx="17" ry="24" />
      </g>
    ))}
  </>
);

function House(props: { x: number; width: number; height: number; roof: number; tone: string }) {
  const { x, width, height, roof, tone } = props;
  const top = 252 - height;
  const columns = width > 58 ? 3 : 2;
  const gap = width / (columns + 1);
  const rows = Math.floor((height - 20) / 26);
  const openings = Array.from({ length: columns * rows }, (_, index) => ({
    x: x + gap * ((index % columns) + 1) - 5,
    y: top + 12 + 26 * Math.floor(index / columns),
  }));
  return (
    <g>
      <path class={`wall ${tone}`} d={`M${x} 254V${top}h${width}v${254 - top}z`} />
      <path
        class={`roof ${tone}`}
        d={`M${x - 5} ${top}l${width / 2 + 5}-${roof}l${width / 2 + 5} ${roof}z`}
      />
      {openings.map((opening) => (
        <rect
          key={`${opening.x}-${opening.y}`}
          class="opening"
          x={opening.x}
          y={opening.y}
          width="10"
          height="14"
          rx="1"
        />
      ))}
    </g>
  );
}

/** Five arches, seven windows, a clock: the hall that gives onto the square. */
function TownHall() {
  const arches = [282, 310, 338, 366, 394];
  return (
    <g>
      <path class="wall hall" d="M268 254V150h152v104z" />
      <path class="roof hall" d="M260 150l16-26h136l16 26z" />
      <path class="wall hall" d="M328 150V84h32v66z" />
      <path class="roof a" d="M322 84l22-42l22 42z" />
      <path class="flag" d="M344 42V18h22l-6 6l6 6h-22" />
      <circle class="clock" cx="344" cy="106" r="10" />
      <path class="hands" d="M344 99.5v6.5l4.5 3" />
      {arches.map((x) => (
        <g key={x}>
          <path class="arch" d={`M${x - 9} 254v-30a9 9 0 0 1 18 0v30z`} />
          <rect class="opening" x={x - 5} y="164" width="10" height="20" rx="1" />
        </g>
      ))}
      <path class="cornice" d="M264 200h160M264 150h160" />
    </g>
  );
}

/** Setts laid in fans, as on the squares of many towns. */
const Paving = () => (
  <g class="paving">
    {[70, 190, 310, 430, 550].flatMap((x) =>
      [22, 34, 46].map((radius) => (
        <path
          key={`${x}-${radius}`}
          d={`M${x - radius * 1.3} 292a${radius * 1.3} ${radius * 0.72} 0 0 1 ${radius * 2.6} 0`}
        />
      )),
    )}
  </g>
);

const Person = ({ x, y, tone, small }: { x: number; y: number; tone: string; small?: boolean }) => (
  <g class={`person ${tone}`}>
    <circle cx={x} cy={y - (small ? 17 : 24)} r={small ? 3.5 : 4.5} />
    <path d={small ? `M${x - 5} ${y}v-7a5 5 0 0 1 10 0v7z` : `M${x - 6.5} ${y}v-11a6.5 6.5 0 0 1 13 0v11z`} />
  </g>
);
