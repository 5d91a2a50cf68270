import { createServer as createHttpServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, CHROMIUM_ARGUMENTS, WITHOUT_BROWSER } from "../../../scripts/find-chromium.mjs";
import { POOL, type RunningServer, startServer } from "./running-server.js";

/** What a page runs: the SDK's client, as a bundler takes it for browsers. */
const PROGRAM = `
import { CognitoIdentityProviderClient, paginateAdminListUserAuthEvents } from "@aws-sdk/client-cognito-identity-provider";
globalThis.countEvents = async (endpoint, UserPoolId, Username) => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local", sessionToken: "local" };
  const client = new CognitoIdentityProviderClient({ endpoint, region: "eu-central-1", credentials, maxAttempts: 1 });
  let count = 0;
  for await (const page of paginateAdminListUserAuthEvents({ client, pageSize: 20 }, { UserPoolId, Username })) {
    count += page.AuthEvents.length;
  }
  return count;
};
`;

async function bundleProgram(): Promise<string> {
  const entry = fileURLToPath(new URL("page.js", import.meta.url));
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "page",
        load: (id) => (id === entry ? PROGRAM : null),
        resolveId: (id) => (id === entry ? id : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

/** Serves a page with the program, on a port of its own. */
async function servePage(script: string): Promise<{ readonly origin: string; readonly web: Server }> {
  const web = createHttpServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : "<!doctype html><title>page</title><script src=/page.js></script>");
  });
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const { port } = web.address() as AddressInfo; // a server that listens on a port
  return { origin: `http://127.0.0.1:${port}`, web };
}

describe.skipIf(WITHOUT_BROWSER)("the AWS SDK in a browser (skipped where there is none)", () => {
  let browser: Browser;
  let page: Page;
  let origin: string;
  let web: Server;

  beforeAll(async () => {
    ({ origin, web } = await servePage(await bundleProgram()));
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: [...CHROMIUM_ARGUMENTS] });
    page = await browser.newPage();
    await page.goto(origin);
  });
  afterAll(async () => {
    await browser?.close();
    web?.close();
  });

  /** Lets the page list a user's events, and returns how many it got, or the error's name. */
  async function countInPage({ endpoint }: RunningServer, user: string): Promise<unknown> {
    const call = `countEvents(${JSON.stringify(endpoint)}, ${JSON.stringify(POOL)}, ${JSON.stringify(user)})`;
    return page.evaluate(`${call}.catch((error) => error.name)`);
  }

  it("reads all pages, and gets typed exceptions, where its origin is let in", async () => {
    const server = await startServer({ allowOrigin: [origin] });
    expect(await countInPage(server, "ana.silva")).toBe((await server.listAll("ana.silva")).length);
    expect(await countInPage(server, "nobody")).toBe("UserNotFoundException");
    await server.close();
  });

  it("is kept out by the browser where its origin is not let in", async () => {
    const server = await startServer({ allowOrigin: ["http://localhost:1"] });
    expect(await countInPage(server, "ana.silva")).toBe("TypeError");
    await server.close();
  });
});
