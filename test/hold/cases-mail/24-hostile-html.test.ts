import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { hostileHtml } from '../../support/hostile-html.ts';
import { holdCase } from '../harness.ts';
import { inUtf8, mine } from './said.ts';

holdCase(
  24,
  'hostile HTML reaches nobody and runs nothing when an agent looks at it',
  { timeout: 180_000 },
  async (world) => {
    const reached: string[] = [];
    const trap = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.end();
    });
    trap.on('connection', () => reached.push('connection'));
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    const from = `html.${world.run}@courriel.example`;
    const head = `From: Odile <${from}>\nTo: contact@val-clair.example\nSubject: ${world.run} html\nContent-Type: text/html; charset=utf-8\n`;
    await world.mail(inUtf8(`${head}\n${hostileHtml(address)}`), from);
    await world.quiet();
    const [contact] = await mine(world);
    const chromium = await openBrowser();
    try {
      const agent = await world.signIn('admin');
      if (contact?.state === 'opened') return;
      const person = await chromium.person();
      const page = await person.newPage();
      const ran: string[] = [];
      const left: string[] = [];
      page.on('console', (message) => message.text() === 'ran' && ran.push('ran'));
      page.on('dialog', (dialog) => ran.push(dialog.message()));
      page.on('popup', () => left.push('popup'));
      page.on('request', (request) => {
        if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(world.url))
          left.push(request.url());
      });
      const shown = (await agent.get(`/api/agent/contacts/${contact?.id}`)).body;
      expect(shown.mail.html).not.toMatch(/<script|onerror|javascript:|<form|<svg|<meta|<style/i);
      // As the page shows it, without even the frame and its policy that stand around it there.
      await page.setContent(shown.mail.html);
      await page.waitForLoadState('networkidle');
      expect([reached, ran, left]).toEqual([[], [], []]);
    } finally {
      await chromium.close();
      trap.close();
    }
  },
);
