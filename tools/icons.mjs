// `npm run icons`: the icons of the installed app, from `static/icon.svg`. Systems cut a maskable one to their own shape: its
// ground goes to the edge, and what it shows lies in the inner four fifths (W3C, Web App Manifest, “safe zone”).
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchArguments } from './browser.mjs';

const svg = readFileSync('static/icon.svg', 'utf8');
const ground = /<rect [^>]*fill="(#\w+)"/.exec(svg)[1];
const ICONS = [
  { file: 'icon-192.png', size: 192 },
  { file: 'icon-512.png', size: 512 },
  { file: 'icon-maskable-512.png', size: 512, share: 0.8 },
  // Apple's are cut, too, and are never transparent.
  { file: 'apple-touch-icon.png', size: 180, share: 0.9 },
];

const { executablePath } = await ensureBrowser();
const browser = await chromium.launch({ args: launchArguments, ...(executablePath && { executablePath }) });
const page = await browser.newPage();
for (const { file, size, share } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin: 0; height: ${size}px; display: grid; place-items: center; ${share ? `background: ${ground}` : ''}">${svg}`,
  );
  await page.locator('svg').evaluate(
    (element, side) => {
      element.setAttribute('width', side);
      element.setAttribute('height', side);
    },
    size * (share ?? 1),
  );
  writeFileSync(`static/${file}`, await page.screenshot({ omitBackground: true }));
  console.log(`static/${file}`);
}
await browser.close();
