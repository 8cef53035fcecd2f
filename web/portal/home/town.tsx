/** The town on its river, seen from the square. Purely decorative. */
export function Town() {
  return (
    <svg
      class="town"
      viewBox="0 0 640 330"
      aria-hidden="true"
      focusable="false"
      preserveAspectRatio="xMidYMax slice"
    >
      <circle class="sun" cx="520" cy="66" r="36" />
      <path class="hill-far" d="M0 176c70-44 150-46 232-12s138-30 226-34 140 20 182 26v174H0z" />
      <path class="hill-near" d="M0 214c96-40 190-30 300-10s210-44 340-10v136H0z" />
      <Trees
        at={[
          [34, 216],
          [60, 224],
          [600, 214],
          [572, 224],
        ]}
      />
      <House x={92} width={62} height={70} roof={34} tone="a" />
      <House x={150} width={54} height={92} roof={30} tone="b" />
      <House x={200} width={66} height={64} roof={36} tone="c" />
      <House x={432} width={60} height={82} roof={34} tone="b" />
      <House x={488} width={64} height={62} roof={38} tone="a" />
      <TownHall />
      <path class="square" d="M0 252c180-14 460-14 640 0v78H0z" />
      <Paving />
      <Person x={214} y={262} tone="a" />
      <Person x={232} y={266} tone="b" small />
      <Person x={446} y={264} tone="c" />
      <path class="river" d="M0 296c60-14 112-14 168 0s112 14 168 0 112-14 168 0 94 12 136 2v32H0z" />
      <path
        class="ripple"
        d="M40 313c30-8 58-8 88 0M220 318c30-8 58-8 88 0M410 312c30-8 58-8 88 0M540 320c24-6 48-6 72 0"
      />
    </svg>
  );
}

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
