import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../functions/qualification/similar/fingerprint.ts';
import { nameWave } from '../../../functions/qualification/similar/name-wave.ts';
import { notice, type Recent, type Wave } from '../../../functions/qualification/similar/wave.ts';
import letters from '../../support/water-cut.json' with { type: 'json' };

const department = 'eau-assainissement';
const nobody = { name: null, email: null, phone: null, address: null };
const start = Date.parse('2026-11-20T06:00:00.000Z');
type Sent = { subject: string; text: string; from: string; hours: number };
const request = ({ subject, text, from, hours }: Sent, index: number): Recent => ({
  ...fingerprintOf({ id: `c${index}`, subject, text, sender: { ...nobody, email: from } }, 0x5eed),
  ...{ reference: `r${index}`, contactId: `c${index}`, wave: null },
  at: new Date(start + hours * 3_600_000).toISOString(),
});
const cut = (count: number, over: Partial<Sent> = {}): Sent[] =>
  letters.cut.slice(0, count).map(([subject = '', text = ''], index) => ({
    ...{ subject, text, from: `p${index}@ex.fr`, hours: index / 4 },
    ...over,
  }));
const others = letters.other.slice(0, 6).map(([subject = '', text = ''], index) => ({
  ...{ subject, text, from: `q${index}@ex.fr`, hours: 1 + index / 3 },
}));

/** Requests as they come in, one after another. */
const arrive = (sent: readonly Sent[]): { waves: Wave[]; requests: Recent[] } => {
  const requests: Recent[] = [];
  let waves: Wave[] = [];
  for (const [index, each] of sent.toSorted((a, b) => a.hours - b.hours).entries()) {
    const one = request(each, index);
    requests.push(one);
    const noticed = notice(department, one, requests.slice(-120), waves);
    waves = noticed.waves;
    for (const { reference, wave } of noticed.joined)
      for (const held of requests) if (held.reference === reference) held.wave = wave;
  }
  return { waves, requests };
};

describe('what many people write about at one time is noticed by itself', () => {
  it('holds at least 36 of forty mails on one water cut, and none of the others of the department', () => {
    const { waves, requests } = arrive([...cut(40), ...others]);
    expect(waves).toHaveLength(1);
    expect(waves[0]?.people).toBeGreaterThanOrEqual(36);
    const from = new Map(requests.map((one) => [one.who, one.wave]));
    const outside = others.map((one, index) => from.get(request(one, index).who));
    expect(outside).toEqual(outside.map(() => null));
  });

  it.each([
    ['four people', cut(4), 0],
    ['one person who writes eight times', cut(8, { from: 'again@ex.fr' }), 0],
    ['five letters in as many weeks', cut(5).map((one, week) => ({ ...one, hours: week * 168 })), 0],
    ['six different matters of one department', others, 0],
    ['nobody', [], 0],
  ])('is quiet about %s', (_name, sent, waves) => {
    expect(arrive(sent).waves).toHaveLength(waves);
  });

  it('counts who writes twice as one person with two requests', () => {
    const twice = [
      ...cut(12),
      ...cut(12)
        .slice(0, 1)
        .map((one) => ({ ...one, hours: 5 })),
    ];
    const [wave] = arrive(twice).waves;
    expect((wave?.requests ?? 0) - (wave?.people ?? 0)).toBe(1);
  });

  it('takes in a letter that comes four days later by post, and none two weeks later', () => {
    const late = cut(13)[12] as Sent;
    const soon = arrive([...cut(12), { ...late, hours: 100 }]);
    expect(soon.requests.at(-1)?.wave).not.toBeNull();
    const toolate = arrive([...cut(12), { ...late, hours: 400 }]);
    expect(toolate.requests.at(-1)?.wave).toBeNull();
  });

  it('parts two waves of one department', () => {
    const smell = ['Odeur', 'Puanteur', 'Mauvaises odeurs', 'Egouts', 'Odeur nauseabonde', 'Odeurs'].map(
      (subject, index) => ({
        subject,
        text: `Une odeur d'égout insupportable remonte des grilles avenue Jean-Jaurès depuis ${index + 2} jours, venez curer.`,
        ...{ from: `s${index}@ex.fr`, hours: 2 + index },
      }),
    );
    const { waves } = arrive([...cut(20), ...smell]);
    expect(waves.map(({ people }) => people).sort((a, b) => a - b)[0]).toBe(6);
    expect(waves).toHaveLength(2);
  });

  it('keeps what it remembers of a wave small, however large it grows', () => {
    const { waves } = arrive([
      ...cut(40),
      ...cut(40).map((one, index) => ({ ...one, from: `z${index}@ex.fr` })),
    ]);
    expect(JSON.stringify(waves).length).toBeLessThan(8_000);
  });

  it('names it by words that several letters share, and by nobody', () => {
    const texts = letters.cut
      .slice(0, 8)
      .map(([subject = '', text = '']) => ({ subject, text, without: [] }));
    expect(nameWave(texts)).toEqual([expect.stringMatching(/\beau\b/), 'quartier des Tanneries']);
    const signed = texts.map((one) => ({
      ...one,
      text: `${one.text} Famille Delcambre`,
      without: ['Delcambre'],
    }));
    expect(nameWave(signed).join(' ')).not.toContain('Delcambre');
    expect(nameWave([])).toEqual([]);
  });
});
