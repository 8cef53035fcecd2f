import { describe, expect, it } from 'vitest';
import { departmentFor } from '../../functions/procedures/routing.ts';
import {
  approximate,
  cellOf,
  cellsAround,
  cellsWithin,
  mapZoom,
  metresBetween,
  nearMetres,
  nearZoom,
} from '../../functions/reports/cells.ts';
import { followerId, followerOf, followSecret } from '../../functions/reports/follow-link.ts';
import { listOf, listsOf } from '../../functions/reports/lists.ts';
import { nearest } from '../../functions/reports/near.ts';
import { placeOfPhoto } from '../../functions/reports/photo-place.ts';
import { type Report, stateOf } from '../../functions/reports/report.ts';
import { asksForReport } from '../../functions/reports/routed.ts';
import { sendWith } from '../../functions/reports/send-report.ts';
import { departmentOf } from '../../functions/reports/setting.ts';
import { settingProblems } from '../../functions/reports/setting-checks.ts';
import { loadCollectivity } from '../../infra/collectivity/load.ts';
import { randomOf } from '../support/random.ts';

const paris = { latitude: 48.8566, longitude: 2.3522 };
const report = (change: Partial<Report> = {}): Report => ({
  ...{ id: 'r1', reference: 'VC-2026-000001-P', category: 'water', commune: '99101', point: paris },
  ...{ state: 'reported', at: '2026-11-22T10:00:00.000Z', photos: [], version: 1 },
  ...change,
});
/** So many metres to the north and to the east. */
const moved = ({ latitude, longitude }: typeof paris, north: number, east: number) => ({
  latitude: latitude + north / 111_195,
  longitude: longitude + east / (111_195 * Math.cos((latitude * Math.PI) / 180)),
});

describe('places', () => {
  it('falls in the tile that every web map gives it', () => {
    expect(cellOf(paris, 14)).toBe('14/8299/5636');
    expect(cellOf({ latitude: 0, longitude: 0 }, 1)).toBe('1/1/1');
    expect(cellOf({ latitude: 89.99, longitude: 180 }, 3)).toBe('3/7/0');
  });

  it('measures as the earth does', () => {
    expect(metresBetween(paris, { latitude: 45.764, longitude: 4.8357 })).toBeCloseTo(391_500, -3);
    expect(metresBetween(paris, paris)).toBe(0);
  });

  it('never misses what is within fifty metres, wherever it falls between cells', () => {
    const { next: random } = randomOf(7);
    for (let turn = 0; turn < 500; turn += 1) {
      const at = { latitude: random() * 120 - 60, longitude: random() * 350 - 175 };
      const angle = random() * 2 * Math.PI;
      const away = random() * nearMetres * 0.99;
      const other = moved(at, Math.sin(angle) * away, Math.cos(angle) * away);
      const cells = cellsAround(at, nearMetres, nearZoom);
      expect(cells).toContain(cellOf(other, nearZoom));
      expect(cells.length).toBeLessThanOrEqual(4);
    }
  });

  it('is looked for in a few cells even where the map ends: nobody stops the service by a place', () => {
    for (const latitude of [-90, -86, 86, 89.99, 90])
      for (const longitude of [-180, 0, 180])
        expect(cellsAround({ latitude, longitude }, nearMetres, nearZoom).length).toBeLessThan(100);
  });

  it('is on the map whatever corner of it one looks at, or the map says that it shows too much', () => {
    const { next: random } = randomOf(11);
    for (let turn = 0; turn < 300; turn += 1) {
      const south = { latitude: random() * 100 - 50, longitude: random() * 340 - 170 };
      const north = moved(south, random() * 6_000, random() * 6_000);
      const inside = (from: number, to: number) => from + random() * (to - from);
      const at = {
        latitude: inside(south.latitude, north.latitude),
        longitude: inside(south.longitude, north.longitude),
      };
      const cells = cellsWithin(south, north, mapZoom, 200);
      expect(cells).toContain(cellOf(at, mapZoom));
      expect(cellsWithin(south, north, mapZoom, (cells?.length ?? 0) - 1)).toBeUndefined();
    }
  });

  it('is said in public to ten metres only', () => {
    const shown = approximate({ latitude: 46.367651234, longitude: 2.632549876 });
    expect(shown).toEqual({ latitude: 46.3677, longitude: 2.6325 });
  });
});

describe('the same thing twice', () => {
  it('is what is open, of the same kind and near, the closest first', () => {
    const found = nearest(
      [
        report({ id: 'far', point: moved(paris, 51, 0) }),
        report({ id: 'near', point: moved(paris, 0, 40) }),
        report({ id: 'here', point: moved(paris, 3, 0) }),
        report({ id: 'mended', state: 'resolved' }),
        report({ id: 'other', category: 'tree' }),
        report({ id: 'words', point: null }),
      ],
      paris,
      'water',
    );
    expect(found.map(({ id, metres }) => [id, metres])).toEqual([
      ['here', 3],
      ['near', 40],
    ]);
  });
});

describe('lists', () => {
  it('holds a report under each filter it fits, and under no other', () => {
    const lists = listsOf(report());
    expect(lists).toContain(listOf({}));
    expect(lists).toContain(listOf({ where: '99101', category: 'water', state: 'reported' }));
    expect(lists).toContain(listOf({ where: '14/8299/5636' }));
    expect(lists).not.toContain(listOf({ where: '99102' }));
    expect(new Set(lists).size).toBe(13);
  });

  it.each(['pending', 'ended'] as const)('shows nothing of one that is %s', (state) => {
    expect(listsOf(report({ state }))).toEqual([]);
  });
});

describe('where a report stands', () => {
  const request = { state: 'new', agent: null, answer: null, lead: null } as const;
  const answer = {
    messageId: 'm',
    outcome: 'answered',
    decidedAt: '',
    sentAt: null,
    isImplicit: false,
  } as const;
  it.each([
    ['nobody has it', {}, 'reported'],
    ['a department has it', { state: 'assigned' }, 'reported'],
    ['somebody has it', { state: 'assigned', agent: 'luc' }, 'taken'],
    ['work began', { state: 'in-progress' }, 'taken'],
    ['it is answered', { state: 'decided', answer }, 'resolved'],
    ['it is closed', { state: 'closed', answer }, 'resolved'],
    ['it was taken back', { state: 'withdrawn' }, 'ended'],
    ['another stands for it', { state: 'in-progress', lead: 'VC-2026-000002-Q' }, 'ended'],
  ] as const)('when %s', (_when, change, state) => {
    expect(stateOf({ ...request, ...change })).toBe(state);
  });
});

describe('departments', () => {
  const { reports, procedures, authority } = loadCollectivity('val-clair');
  const procedure = procedures.find(({ id }) => id === reports?.procedure);

  it('gives every category in every commune to the department the authority says', () => {
    if (!reports || !procedure) throw new Error('Val-Clair takes reports');
    for (const category of reports.categories)
      for (const { code: commune } of authority.communes)
        expect(departmentFor(procedure, { category: category.code, commune })).toBe(
          departmentOf(category, commune),
        );
    expect(departmentFor(procedure, { category: 'tree', commune: '99112' })).toBe('voirie');
    expect(departmentFor(procedure, { category: 'tree', commune: '99101' })).toBe('espaces-verts');
  });

  it('says what in the file stands for nothing', () => {
    if (!reports) throw new Error('Val-Clair takes reports');
    const known = { departments: ['voirie'], communes: ['99101'], procedures };
    const problems = settingProblems({ ...reports, procedure: 'nothing' }, known);
    expect(problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['procedure', 'categories.3.department', 'categories.5.byCommune']),
    );
  });
});

describe('following', () => {
  const sign = (text: string) =>
    Buffer.from(text).toString('hex').padEnd(64, '0').split('').reverse().join('');
  it('is one follower whatever the capitals, and a link that nobody makes up', () => {
    expect(followerId('A', 'Ada@Exemple.example ', sign)).toBe(followerId('A', 'ada@exemple.example', sign));
    const secret = followSecret('A', 'f', sign);
    expect(followerOf(secret, sign)).toEqual({ reference: 'A', follower: 'f' });
    expect(followerOf(`${secret.slice(0, -1)}x`, sign)).toBeNull();
    expect(followerOf('A.f.', sign)).toBeNull();
  });
});

describe('a photo', () => {
  it('says where it was taken, when its camera wrote it', () => {
    expect(placeOfPhoto(jpegAt([46, 22, 3.6], [2, 37, 57], 'N', 'W'))).toEqual({
      latitude: expect.closeTo(46.3677, 4),
      longitude: expect.closeTo(-2.6325, 4),
    });
  });
  it('says nothing when it holds nothing, or nonsense', () => {
    expect(placeOfPhoto(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toBeNull();
    expect(placeOfPhoto(jpegAt([0, 0, 0], [0, 0, 0], 'N', 'E'))).toBeNull();
    expect(placeOfPhoto(jpegAt([200, 0, 0], [2, 0, 0], 'N', 'E'))).toBeNull();
    expect(placeOfPhoto(new TextEncoder().encode('%PDF-1.7'))).toBeNull();
  });
});

/** A JPEG of a header alone, whose Exif bears a place. */
function jpegAt(north: number[], east: number[], ns: string, ew: string): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(8 + 18 + 54 + 48));
  const entry = (at: number, tag: number, type: number, count: number) => {
    tiff.setUint16(at, tag);
    tiff.setUint16(at + 2, type);
    tiff.setUint32(at + 4, count);
  };
  tiff.setUint16(0, 0x4d4d);
  tiff.setUint16(2, 42);
  tiff.setUint32(4, 8);
  tiff.setUint16(8, 1);
  entry(10, 0x8825, 4, 1);
  tiff.setUint32(18, 26);
  tiff.setUint16(26, 4);
  for (const [index, [tag, letter, values]] of [
    [1, ns, north],
    [3, ew, east],
  ].entries() as Iterable<[number, [number, string, number[]]]>) {
    const at = 28 + index * 24;
    entry(at, tag, 2, 2);
    tiff.setUint8(at + 8, letter.charCodeAt(0));
    entry(at + 12, tag + 1, 5, 3);
    tiff.setUint32(at + 20, 80 + index * 24);
    for (const [part, value] of values.entries()) {
      tiff.setUint32(80 + index * 24 + part * 8, Math.round(value * 100));
      tiff.setUint32(84 + index * 24 + part * 8, 100);
    }
  }
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...new Uint8Array(tiff.buffer)];
  const length = body.length + 2;
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    ...body,
    0xff,
    0xda,
    0,
    2,
    0,
    0,
    0,
  ]);
}

describe('a report from nowhere near', () => {
  const { reports } = loadCollectivity('val-clair');
  const lies = async (point: typeof paris | null) => {
    const kept: Report[] = [];
    const send = sendWith({
      setting: async () => reports as NonNullable<typeof reports>,
      revision: async () => 1,
      submit: async (_form, _lodging, before) => {
        await before({ receivedAt: '2026-11-22T10:00:00.000Z' } as never);
        return {} as never;
      },
      prepare: async (report) => void kept.push(report),
      newId: () => 'r1',
    });
    const [category] = reports?.categories.filter(({ needsPhoto }) => !needsPhoto) ?? [];
    const body = {
      category: category?.code ?? '',
      commune: '99101',
      point,
      place: 'Devant la halle',
      photos: [],
    };
    await send({ headers: { 'idempotency-key': 'a'.repeat(16) }, body } as never, {} as never);
    return kept[0]?.point;
  };
  it('keeps its words and has no place on the map', async () => {
    expect(await lies({ latitude: 90, longitude: -180 })).toBeNull();
    expect(await lies(null)).toBeNull();
    const near = moved(reports?.centre ?? paris, 5_000, -3_000);
    expect(await lies(near)).toEqual(near);
  });
});

describe('a request that reports something', () => {
  const { procedures } = loadCollectivity('val-clair');
  it('is known by what its procedure asks, whatever the authority calls it', () => {
    const named = procedures.filter(asksForReport).map(({ id }) => id);
    expect(named).toEqual(['signalement']);
  });
});
