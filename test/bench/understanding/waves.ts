import { fingerprintOf } from '../../../functions/qualification/similar/fingerprint.ts';
import { notice, type Recent, type Wave } from '../../../functions/qualification/similar/wave.ts';
import { corpus, hands } from '../../../infra/train.ts';
import cut from '../../support/water-cut.json' with { type: 'json' };
import type { Part } from './report.ts';
import events from './wave-texts.json' with { type: 'json' };

type Letter = { subject: string; text: string; isOf: boolean };
const nobody = { name: null, email: null, phone: null, address: null };
const letter =
  (isOf: boolean) =>
  ([subject = '', text = '']: string[]): Letter => ({ subject, text, isOf });

/** Every eighth letter of the corpus to that department: what else comes in within the two days. */
const othersOf = (department: string): Letter[] =>
  corpus([...hands].sort())
    .filter(({ service }) => service === department)
    .filter((_, index) => index % 8 === 0)
    .map(({ subject, text }) => ({ subject: subject ?? '', text, isOf: false }));

const orders = [1, 2, 3, 4, 5];
/** In an order that depends on the seed alone. */
const shuffled = <T>(all: readonly T[], seed: number): T[] => {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state;
  };
  return all
    .map((one) => ({ one, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
};

/** Of the letters of an event: how many are in its wave; how many others are; how many waves there are in all. */
const judged = (department: string, letters: readonly Letter[]) => {
  const seen: (Recent & { isOf: boolean })[] = [];
  let waves: Wave[] = [];
  for (const [index, { isOf, subject, text }] of letters.entries()) {
    const sender = { ...nobody, email: `p${index}@ex.fr` };
    const one = {
      ...fingerprintOf({ id: `c${index}`, subject, text, sender }, 0x5eed),
      ...{ reference: `r${index}`, contactId: `c${index}`, wave: null, isOf },
      at: new Date(Date.parse('2026-11-20T06:00:00Z') + index * 900_000).toISOString(),
    };
    seen.push(one);
    const noticed = notice(department, one, seen.slice(-120), waves);
    waves = noticed.waves;
    for (const { reference, wave } of noticed.joined)
      for (const held of seen) if (held.reference === reference) held.wave = wave;
  }
  const inWave = (wave: Wave) => seen.filter((one) => one.wave === wave.id && one.isOf).length;
  const [main] = waves.toSorted((a, b) => inWave(b) - inWave(a));
  const members = seen.filter((one) => main && one.wave === main.id);
  return {
    found: members.filter(({ isOf }) => isOf).length,
    wrong: members.filter(({ isOf }) => !isOf).length,
    waves: waves.length,
  };
};

/** Waves of similar requests: found whole, holding nothing else, and none where there is none. */
export async function waves(): Promise<Part> {
  const eau = 'eau-assainissement';
  const sets = [
    { name: 'water cut (tuned on)', department: eau, letters: cut.cut, others: cut.other.slice(0, 6) },
    ...Object.entries(events).map(([department, { about, texts }]) => ({
      ...{ name: about, department, letters: texts, others: [] as string[][] },
    })),
  ];
  const rows = sets.flatMap(({ name, department, letters, others }) => {
    const all = [...letters.map(letter(true)), ...others.map(letter(false)), ...othersOf(department)];
    const runs = orders.map((seed) => judged(department, shuffled(all, seed)));
    const mean = (of: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    const share = mean(({ found }) => found) / letters.length;
    const wrong = mean((run) => run.wrong);
    return [
      {
        name: `${name}: in the wave`,
        value: `${Math.round(share * 100)} %`,
        wanted: '>= 75 %',
        ok: share >= 0.75,
      },
      { name: `${name}: others in it`, value: wrong.toFixed(1), wanted: '<= 1', ok: wrong <= 1 },
    ];
  });
  const quiet = ['voirie', 'finances', 'education', 'proprete-dechets', 'logement', eau].map(
    (department) => judged(department, shuffled(othersOf(department), 3)).waves,
  );
  const noise = quiet.reduce((sum, each) => sum + each, 0);
  return {
    title: 'Waves of similar requests',
    rows: [
      ...rows,
      {
        name: 'waves in six departments where nothing happened',
        value: String(noise),
        wanted: '<= 1',
        ok: noise <= 1,
      },
    ],
    notes: [
      'Each event arrives among every eighth letter of the corpus to the same department, within two days, in five orders; figures are means.',
      'Thresholds and fields of words were tuned on the first four events; the bus line was written afterwards and nothing was changed on it.',
    ],
  };
}
