import { reports as t } from '../../ui/messages/reports-fr.ts';
import { addresses } from '../frame.tsx';
import type { Everything, PageDrawing } from '../pages.tsx';
import { MapApp } from './map-app.tsx';
import { ReportApp } from './report-app.tsx';

/** Pages of this part of the portal, exact addresses before patterns. */
export const reportsPages = ({ site }: Everything): PageDrawing[] => {
  const scripts = ['reports', 'reports-style'];
  const map = `${addresses.report}/carte`;
  return [
    {
      ...{ routes: [addresses.report], file: `${addresses.report.slice(1)}/index.html` },
      ...{ title: t.title, description: t.description, section: addresses.report, scripts },
      data: { page: 'report' },
      content: <ReportApp site={site} />,
    },
    {
      ...{ routes: [map], file: `${map.slice(1)}/index.html` },
      ...{ title: t.list.title, description: t.list.description, section: addresses.report, scripts },
      data: { page: 'map' },
      content: <MapApp site={site} />,
    },
  ];
};
