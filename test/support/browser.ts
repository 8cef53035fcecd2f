import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { threadId } from 'node:worker_threads';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };
export const screens = { phone, desktop };

export type TestBrowser = {
  browser: Browser;
  /** A person of its own: storage, cookies and service worker apart. */
  person(options?: Parameters<Browser['newContext']>[0]): Promise<BrowserContext>;
  close(): Promise<void>;
};

/**
 * Of the arguments meant for a function in the cloud: a graphics processor imitated in software costs a third of the time
 * of all tests, and without a zygote each window starts a whole program.
 */
const unwanted =
  /^--(single-process|headless|no-zygote|ignore-gpu-blocklist|in-process-gpu|use-gl|use-angle|.*swiftshader)/;

/**
 * The Chromium of the npm registry: nothing is asked of the machine. Where its system libraries are missing, those of
 * its own package are unpacked in a temporary folder, with a font, since it brings few.
 */
export async function openBrowser({ asPeopleHaveIt = false } = {}): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-browser-'));
  try {
    const executablePath = await unpackedChromium();
    const missing = missingLibraries(executablePath);
    const libraries = missing.length > 0 ? unpackLibraries(folder) : undefined;
    const browser = await playwright.launch({
      executablePath,
      args: [
        ...chromium.args.filter((arg) => !unwanted.test(arg)),
        '--disable-gpu',
        '--disable-gpu-compositing',
        '--disable-software-rasterizer',
        '--headless=new',
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--force-color-profile=srgb',
        // No page is open long enough to earn back what compiling it well costs: a tenth of the time of all tests.
        ...(asPeopleHaveIt ? [] : ['--js-flags=--always-sparkplug,--no-maglev,--no-opt']),
      ],
      env: {
        ...(process.env as Record<string, string>),
        HOME: folder,
        FONTCONFIG_PATH: fontConfiguration(folder),
        ...(libraries && { LD_LIBRARY_PATH: libraries }),
      },
    });
    return {
      browser,
      person: (options) =>
        browser.newContext({
          viewport: desktop,
          locale: 'fr-FR',
          timezoneId: 'Europe/Paris',
          // A colour on its way to another is neither the one nor the other.
          reducedMotion: 'reduce',
          ...options,
        }),
      close: async () => {
        await browser.close().catch(() => undefined);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Unpacked once for this version, beside its final place and then renamed: another worker that looks meanwhile, or the
 * next run after an interruption, never starts half a browser.
 */
async function unpackedChromium(): Promise<string> {
  const home = packageFolder('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const place = join(tmpdir(), `parvis-chromium-${version}`);
  if (existsSync(place)) return place;
  const fresh = `${place}-${process.pid}-${threadId}`;
  await pipeline(
    createReadStream(join(home, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(fresh, { mode: 0o700 }),
  );
  renameSync(fresh, place);
  return place;
}

function missingLibraries(executable: string): string[] {
  const listed = execFileSync('ldd', [executable], { encoding: 'utf8' });
  return listed.split('\n').filter((line) => line.includes('not found'));
}

function unpackLibraries(folder: string): string {
  const archive = join(packageFolder('@sparticuz/chromium'), 'bin/al2023.tar.br');
  const tar = join(folder, 'al2023.tar');
  writeFileSync(tar, brotliDecompressSync(readFileSync(archive)));
  const target = join(folder, 'libraries');
  mkdirSync(target);
  execFileSync('tar', ['-xf', tar, '-C', target]);
  return join(target, 'lib');
}

/** One text font for what a page does not bring itself; the machine may have none. */
function fontConfiguration(folder: string): string {
  const fonts = join(packageFolder('@fontsource-variable/source-sans-3'), 'files');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fontconfig')}</cachedir></fontconfig>`,
  );
  return folder;
}

function packageFolder(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (!existsSync(join(folder, 'package.json')) || !isPackage(folder, name)) folder = dirname(folder);
  return folder;
}
const isPackage = (folder: string, name: string): boolean =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === name;
