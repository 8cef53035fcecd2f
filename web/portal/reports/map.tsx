import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { reports as t } from '../../ui/messages/reports-fr.ts';
import type { Drawn } from './draw-map.ts';
import type { Point, Setting } from './reports-api.ts';
import type { View } from './use-pins.ts';

export type Pin = { key: string; point: Point; state: string };
type MapProps = {
  setting: Pick<Setting, 'centre' | 'zoom' | 'tiles' | 'ground'>;
  pins?: readonly Pin[];
  /** What the map goes to when it changes; without it, to all its pins. */
  frame?: readonly Pin[];
  /** Told what is shown, each time the map has moved. */
  onView?: (view: View) => void;
  /** The point that is being placed; with `onPlace` the map is a way to place it. */
  point?: Point | null;
  onPlace?: (point: Point) => void;
};

/** A map beside words that say the same: whoever does not see or use it loses nothing. Leaflet comes with the first one. */
export function ReportMap({ setting, pins = [], frame = pins, point = null, onPlace, onView }: MapProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | undefined>(undefined);
  const [isReady, setReady] = useState(false);
  const place = useRef(onPlace);
  place.current = onPlace;
  const look = useRef(onView);
  look.current = onView;
  useEffect(() => {
    let isGone = false;
    void import('./draw-map.ts').then(
      async ({ drawMap, dress }) => {
        await dress();
        if (isGone || !box.current) return;
        const told = {
          onPlace: (at: Point) => place.current?.(at),
          onView: (view: View) => look.current?.(view),
        };
        drawn.current = drawMap(box.current, setting, told);
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
    if (isReady) drawn.current?.show(pins, point, frame);
  }, [isReady, pins, point, frame]);
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
