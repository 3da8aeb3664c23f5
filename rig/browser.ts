/** A browser that a person might have, without its windows: Debian's Chromium. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where a browser is installed; undefined on a machine that has none. */
export const browserPath: string | undefined = places.find((path) => existsSync(path));

export function openBrowser(): Promise<Browser> {
  if (browserPath === undefined) throw new Error(`No browser is installed at any of ${places.join(", ")}.`);
  return chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
}
