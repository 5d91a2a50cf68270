// A stranger with a browser: a bundle of the package on a page whose policy allows nothing but that file, and no text to
// become code or HTML.
import { cpSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { CHROMIUM, CHROMIUM_ARGUMENTS } from "../find-chromium.mjs";
import { findEntries } from "./find-entries.mjs";

const POLICY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";

const PAGE = `<!doctype html><title>Stranger</title>
<script src="/watch.js"></script>
<script type="module" src="/bundle.js"></script>`;

/** Is there before anything else runs. */
const WATCH = `globalThis.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample);
});`;

/** Breaks the policy, so that it is known to be in force. */
const BREAK = `try { globalThis.broken = new Function("return 1")(); } catch { globalThis.broken = "refused"; }`;

/**
 * @typedef {object} Found what the page says
 * @property {readonly string[]} problems
 * @property {number} calls
 * @property {readonly string[]} violations
 * @property {unknown} [broken]
 */

/**
 * Bundles every entry point of code of a package that is installed in a folder, and calls what it exports on a page.
 * Throws where anything is wrong or the policy is violated; returns how many calls there were.
 * @param {string} name
 * @param {string} home
 */
export async function useInBrowser(name, home) {
  const bundle = await bundlePackage(name, home);
  const { problems, calls, violations } = await visit({ "/bundle.js": bundle });
  const wrong = [...problems, ...violations];
  if (wrong.length > 0) throw new Error(`${name} in a browser: ${wrong.slice(0, 10).join("; ")}`);
  const control = await visit({ "/bundle.js": `globalThis.found = { problems: [], calls: 0 }; ${BREAK}` });
  if (control.broken !== "refused" || control.violations.length === 0)
    throw new Error("The page's policy is not in force");
  return calls;
}

/**
 * @param {string} name
 * @param {string} home
 */
async function bundlePackage(name, home) {
  const code = findEntries(join(home, "node_modules", name)).filter(({ kind }) => kind === "code");
  cpSync(new URL("try-package.mjs", import.meta.url), join(home, "try-package.mjs"));
  const program = `
    import { tryPackage } from "./try-package.mjs";
    ${code.map(({ specifier }, index) => `import * as code${index} from ${JSON.stringify(specifier)};`).join("\n")}
    globalThis.found = tryPackage({
      ${code.map(({ specifier }, index) => `${JSON.stringify(specifier)}: code${index},`).join("\n")}
    });
  `;
  writeFileSync(join(home, "use-in-browser.mjs"), program);
  const build = await rolldown({ input: join(home, "use-in-browser.mjs"), cwd: home, platform: "browser" });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output[0].code;
}

/**
 * Opens the page with these scripts, and returns what it says.
 * @param {Readonly<Record<string, string>>} scripts
 * @returns {Promise<Found>}
 */
async function visit(scripts) {
  /** @type {Readonly<Record<string, string>>} */
  const files = { "/": PAGE, "/watch.js": WATCH, ...scripts };
  const server = createServer(({ url = "" }, response) => {
    const text = files[url];
    const type = url === "/" ? "text/html" : "text/javascript";
    response.writeHead(text === undefined ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
    });
    response.end(text);
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  if (CHROMIUM === undefined) throw new Error("There is no Chromium; set CHROMIUM to its path.");
  // A profile of its own is made for each, and removed.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "load" });
    const said = await page.evaluate(
      "({ found: globalThis.found, violations: globalThis.violations, broken: globalThis.broken })",
    );
    const { found, violations, broken } = /** @type {any} what the page's scripts set */ (said);
    if (!found) throw new Error(`The page did not get to its end: ${errors.join("; ")}`);
    return { problems: [...errors, ...found.problems], calls: found.calls, violations, broken };
  } finally {
    await browser.close();
    server.close();
  }
}
