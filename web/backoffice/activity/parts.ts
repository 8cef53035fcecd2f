import { activity as t } from '../../ui/messages/backoffice-activity-fr.ts';
import { channels } from '../../ui/messages/backoffice-distribution-rules-fr.ts';
import { useProcedures } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { Activity } from './activity-api.ts';
import type { Part } from './activity-file.ts';

const monthOf = (month: string): string => month.split('-').reverse().join('/');
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The four tables, under the names that agents know. */
export function usePartsOf({ months, channels: ways, departments, procedures }: Activity): Part[] {
  const { departmentName } = useSignedIn();
  const known = useProcedures().data?.procedures;
  const titleOf = (id: string) => known?.find((one) => one.id === id)?.title ?? id;
  return [
    {
      ...{ caption: t.byMonth, head: t.month },
      rows: months.map(({ month, ...figures }) => ({ name: monthOf(month), figures })),
    },
    {
      ...{ caption: t.byChannel, head: t.channel },
      rows: ways.map(({ channel, ...figures }) => ({ name: capital(channels[channel] ?? channel), figures })),
    },
    {
      ...{ caption: t.byDepartment, head: t.department },
      rows: departments.map(({ department, ...figures }) => ({
        name: department === null ? t.noDepartment : departmentName(department),
        figures,
      })),
    },
    {
      ...{ caption: t.byProcedure, head: t.procedure },
      rows: procedures.map(({ procedure, ...figures }) => ({
        name: procedure === null ? t.noProcedure : titleOf(procedure),
        figures,
      })),
    },
  ];
}
