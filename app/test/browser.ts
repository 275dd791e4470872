import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { signIn } from './client.ts';
import { PASSWORD } from './world/build-world.ts';

const EXECUTABLE = process.env.LUOSHI_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A step of a journey that takes longer is a failure, not patience. */
const STEP_MS = 10_000;

export interface PageOptions {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** User name of whoever is signed in already; a stranger when absent. */
  readonly as?: string;
}

export interface TestBrowser {
  /** A device of its own: nothing is shared with other pages. Chinese, with touch when it is a phone. */
  newPage(options: PageOptions): Promise<Page>;
}

/** Chromium before a running server; closes itself when the test file is done. A page that throws fails the file. */
export async function openBrowser(address: string): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  const thrown: string[] = [];
  afterAll(async () => {
    await browser.close();
    if (thrown.length > 0) throw new Error(`pages threw: ${thrown.join('; ')}`);
  });
  return {
    async newPage({ width, height, as }) {
      const phone = width < 600;
      const context = await browser.newContext({
        viewport: { width, height },
        baseURL: address,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...(phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
      });
      context.setDefaultTimeout(STEP_MS);
      if (as) await bringSession(context, address, as);
      const page = await context.newPage();
      page.on('pageerror', (error) => thrown.push(error.message));
      page.on('console', (message) => {
        // A refusal by the server is an answer; the browser notes it all the same.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          thrown.push(message.text());
      });
      return page;
    },
  };
}

async function bringSession(context: BrowserContext, address: string, username: string): Promise<void> {
  const { cookie } = await signIn(address, username, PASSWORD);
  const pairs = cookie.split('; ').map((pair) => pair.split(/=(.*)/s));
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: address })));
}
