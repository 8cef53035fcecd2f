import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Assembled } from '../../support/assembled.ts';

const pages = new Map(
  ['infra/runbook/alarms.md', 'infra/runbook/subjects.md'].map((page) => [
    page,
    new Map(
      readFileSync(page, 'utf8')
        .split(/^## /m)
        .slice(1)
        .map((entry) => [entry.slice(0, entry.indexOf('\n')).trim(), entry] as const),
    ),
  ]),
);
const said = (assembled: Assembled) =>
  assembled.of('AWS::CloudWatch::Alarm').map(({ stack, id, props }) => {
    const [impact = '', entries = ''] = String(props.AlarmDescription).split(' Runbook: ');
    return { name: `${stack}/${id}`, impact, entries: entries.split(' ') };
  });

/** Asked of the templates that templates.test.ts assembles: making them again would take ten seconds. */
export const runbookPromises = (templates: () => Assembled) =>
  describe('whoever is woken up by an alarm finds what to do', () => {
    it('says in each alarm what people suffer, in the length that CloudWatch takes', () => {
      const mute = templates()
        .of('AWS::CloudWatch::Alarm')
        .filter(({ props }) => String(props.AlarmDescription).length > 1024)
        .map(({ id }) => id);
      expect(mute).toEqual([]);
      expect(said(templates()).filter(({ impact }) => impact.split(' ').length < 4)).toEqual([]);
    });

    it('leads from each alarm to an entry for its kind and one for its subject', () => {
      const missing = said(templates()).flatMap(({ name, entries }) =>
        (entries.length === 2 ? entries : ['two entries']).flatMap((entry) => {
          const [page = '', heading = ''] = entry.split('#');
          return pages.get(page)?.has(heading) ? [] : [`${name}: no entry ${entry}`];
        }),
      );
      expect(missing).toEqual([]);
    });

    it('says in each entry what it means and the steps, or what is kept, where to look and what heals', () => {
      for (const [heading, entry] of pages.get('infra/runbook/alarms.md') ?? [])
        expect(entry, heading).toMatch(/\*\*Means:\*\*[\s\S]*\n1\. /);
      for (const [heading, entry] of pages.get('infra/runbook/subjects.md') ?? [])
        expect(entry, heading).toMatch(/\*\*Kept:\*\*.*\*\*Look:\*\*.*\*\*Then:\*\*/);
    });

    it('keeps no entry of a kind that nothing rings for', () => {
      const used = new Set(
        said(templates()).flatMap(({ entries }) => entries.map((entry) => entry.split('#')[1])),
      );
      expect(
        [...(pages.get('infra/runbook/alarms.md') ?? new Map()).keys()].filter((one) => !used.has(one)),
      ).toEqual([]);
    });
  });
