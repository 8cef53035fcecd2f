import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import type { Drawn } from './draw-map.ts';
import type { Point, Setting } from './reports-api.ts';

export type Pin = { key: string; point: Point; state: string };
type MapProps = {
  setting: Pick<Setting, 'centre' | 'zoom' | 'tiles' | 'ground'>;
  pins?: readonly Pin[];
  /** The point that is being placed; with `onPlace` the map is a way to place it. */
  point?: Point | null;
  onPlace?: (point: Point) => void;
};

/** A map beside words that say the same: whoever does not see or use it loses nothing. Leaflet comes with the first one. */
export function ReportMap({ setting, pins = [], point = null, onPlace }: MapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | undefined>(undefined);
  const [isReady, setReady] = useState(false);
  const place = useRef(onPlace);
  place.current = onPlace;
  useEffect(() => {
    let isGone = false;
    void import('./draw-map.ts').then(
      async ({ drawMap, dress }) => {
        await dress();
        if (isGone || !box.current) return;
        drawn.current = drawMap(box.current, setting, (at) => place.current?.(at));
        setReady(true);
      },
      // Without the network there is no map: the address says it all.
      () => undefined,
    );
    return () => {
      isGone = true;
      drawn.current?.remove();
    };
  }, []);
  useEffect(() => {
    if (isReady) drawn.current?.show(pins, point);
  }, [isReady, pins, point]);
  return (
    <div class="report-map">
      <div ref={box} class="map-ground" role="application" aria-label={t.map.label} />
      {onPlace && <span class="map-cross" aria-hidden="true" />}
      <div class="map-buttons">
        {([1, -1] as const).map((by) => (
          <button
            key={by}
            type="button"
            class="map-zoom"
            aria-label={by > 0 ? t.map.zoomIn : t.map.zoomOut}
            onClick={() => drawn.current?.zoom(by)}
          >
            <span aria-hidden="true">{by > 0 ? '+' : '-'}</span>
          </button>
        ))}
        {onPlace && (
          <Button
            look="secondary"
            onClick={() => {
              const at = drawn.current?.centre();
              if (at) onPlace(at);
            }}
          >
            {t.place.here}
          </Button>
        )}
      </div>
      {!isReady && <p class="map-wait soft">{t.map.loading}</p>}
    </div>
  );
}
