import * as L from 'leaflet';
import styles from '../css/reports-map.late.css';
import type { Pin } from './map.tsx';
import type { Point, Setting } from './reports-api.ts';
import type { View } from './use-pins.ts';

export type Drawn = {
  /** `frame`: what the map goes to when it is not what it was. */
  show(pins: readonly Pin[], point: Point | null, frame: readonly Pin[]): void;
  zoom(by: number): void;
  centre(): Point;
  remove(): void;
};
const latLng = ({ latitude, longitude }: Point): L.LatLngTuple => [latitude, longitude];
const pointOf = ({ lat, lng }: L.LatLng): Point => ({
  latitude: Number(lat.toFixed(6)),
  longitude: Number(lng.toFixed(6)),
});

/** Draws in a box: tiles where there are some, else the drawn ground; what is on it is drawn in vectors, coloured by the styles. */
export function drawMap(
  box: HTMLElement,
  { centre, zoom, tiles, ground }: Pick<Setting, 'centre' | 'zoom' | 'tiles' | 'ground'>,
  { onPlace, onView }: { onPlace: (point: Point) => void; onView: (view: View) => void },
): Drawn {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(box, {
    ...{ zoomControl: false, attributionControl: tiles !== null },
    ...{ fadeAnimation: !isCalm, zoomAnimation: !isCalm, markerZoomAnimation: !isCalm, inertia: !isCalm },
    maxZoom: tiles?.maxZoom ?? 18,
    // A finger that scrolls the page must not be caught by the map.
    scrollWheelZoom: false,
  }).setView(latLng(centre), zoom);
  if (tiles) {
    L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: tiles.maxZoom }).addTo(map);
    map.attributionControl.setPrefix(false);
  } else if (ground) drawGround(map, ground);
  // The words beside the map say what is on it.
  map.getPane('mapPane')?.setAttribute('aria-hidden', 'true');
  const shown = L.layerGroup().addTo(map);
  map.on('click', ({ latlng }: L.LeafletMouseEvent) => onPlace(pointOf(latlng)));
  const look = () => {
    const bounds = map.getBounds();
    onView({ south: pointOf(bounds.getSouthWest()), north: pointOf(bounds.getNorthEast()) });
  };
  map.on('moveend', look);
  look();
  let seen = '';
  return {
    show(pins, point, frame) {
      shown.clearLayers();
      const hide = () => {
        for (const svg of box.querySelectorAll('svg')) svg.setAttribute('aria-hidden', 'true');
      };
      for (const pin of pins)
        L.circleMarker(latLng(pin.point), {
          radius: 9,
          className: `pin ${pin.state}`,
          interactive: false,
        }).addTo(shown);
      if (point)
        L.circleMarker(latLng(point), { radius: 11, className: 'pin placed', interactive: false }).addTo(
          shown,
        );
      hide();
      const all = [...frame.map((pin) => pin.point), ...(point ? [point] : [])];
      const marks = JSON.stringify(all);
      if (marks === seen) return;
      seen = marks;
      if (point) map.panTo(latLng(point), { animate: !isCalm });
      else if (all.length > 0)
        map.fitBounds(L.latLngBounds(all.map(latLng)), { maxZoom: 16, padding: [32, 32] });
    },
    zoom: (by) => void map.setZoom(map.getZoom() + by),
    centre: () => pointOf(map.getCenter()),
    // A window that was just resized says so a fifth of a second later, even to a map that is gone.
    remove: () => void map.off('moveend', look).remove(),
  };
}

function drawGround(map: L.Map, { communes, streets }: NonNullable<Setting['ground']>): void {
  const turned = (line: readonly (readonly [number, number])[]): L.LatLngTuple[] =>
    line.map(([longitude, latitude]) => [latitude, longitude]);
  for (const { outline, name } of communes)
    L.polygon(turned(outline), { className: 'ground-commune', interactive: false })
      .bindTooltip(name, { permanent: true, direction: 'center', className: 'ground-name' })
      .addTo(map);
  for (const { line } of streets)
    L.polyline(turned(line), { className: 'ground-street', interactive: false }).addTo(map);
}

let dressed: Promise<void> | undefined;
/** The styles of maps, fetched with the first one: a box without its size would be drawn empty. */
export const dress = (): Promise<void> => {
  dressed ??= new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = styles;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
  return dressed;
};
