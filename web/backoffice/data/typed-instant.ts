import { instantAt } from '../../../functions/instruction/instant.ts';

/** The instant (UTC) at which a clock of the zone shows a typed `YYYY-MM-DDTHH:MM`, wherever the machine is; undefined for anything else. */
export const instantOf = (zone: string, typed: string): string | undefined => {
  const [, on = '', hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(typed) ?? [];
  if (!on || Number.isNaN(Date.parse(`${typed.slice(0, 16)}Z`))) return undefined;
  const at = Date.parse(instantAt(zone, on, Number(hour))) + Number(minute) * 60_000;
  return new Date(at).toISOString();
};
