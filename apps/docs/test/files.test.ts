import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import { buildTestSite, CHANGE, readFiles } from "./built-site.js";

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  files = await readFiles(await buildTestSite("files"));
});

function pages(): (readonly [path: string, html: string])[] {
  return [...files].filter(([path]) => path.endsWith(".html"));
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

describe("the built site", () => {
  it("names what was removed at its path on the page of the change", () => {
    const page = JSON.parse(files.get(`${CHANGE.slice(1)}index.json`) ?? "{}");
    expect(page.title).toBe("Check your code – Amazon Cognito Identity Provider – 2022-08-18");
    const [entry] = page.view.entries;
    expect(entry.name).toBe("AuthEvents[].EventResponse");
    expect(entry.removed).toEqual(["Success", "Failure"]);
    expect(entry.added).toEqual(["Pass", "Fail", "InProgress"]);
    expect(entry.unaffected).toEqual([
      { path: "AuthEvents[].ChallengeResponses[].ChallengeResponse", values: ["Success", "Failure"] },
    ]);
  });

  it("links to nothing that is not there", () => {
    expect(pages().length).toBeGreaterThan(30);
    for (const [path, html] of pages()) {
      for (const [, href = ""] of html.matchAll(/<(?:a|link|script)\b[^>]*? (?:href|src)="([^"]*)"/g)) {
        if (/^https?:/.test(href)) continue;
        const url = new URL(href, `http://site/${path}`);
        const file = decodeURIComponent(url.pathname)
          .slice(1)
          .replace(/(^|\/)$/, "$1index.html");
        const target = files.get(file);
        expect(target, `${path} links to ${href}`).toBeDefined();
        const id = decodeURIComponent(url.hash.slice(1));
        if (id !== "") expect(target?.includes(`id="${id}"`), `${path} links to ${href}`).toBe(true);
      }
    }
  });

  it("keeps its budgets", () => {
    for (const [path, html] of pages()) {
      expect(Buffer.byteLength(html), path).toBeLessThan(250_000);
      expect(gzipped(html), path).toBeLessThan(40_000);
      expect(html.match(/<[a-z]/g)?.length ?? 0, `elements of ${path}`).toBeLessThan(5_000);
    }
    expect(gzipped(files.get("assets/site.js") ?? "")).toBeLessThan(6_000);
    for (const own of ["compare.js", "compose.js"])
      expect(gzipped(files.get(`assets/${own}`) ?? ""), own).toBeLessThan(5_000);
    expect(gzipped(files.get("data/cognito-identity-provider/compare.json") ?? "")).toBeLessThan(30_000);
    expect(gzipped(files.get("assets/site.css") ?? "")).toBeLessThan(12_000);
    expect(gzipped(files.get("data/cognito-identity-provider/history.json") ?? "")).toBeLessThan(30_000);
  });

  it("is valid HTML", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:standard", "html-validate:document"],
      rules: {
        // Written by preact as HTML allows it, or stricter than the standard.
        "void-style": "off",
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "no-trailing-whitespace": "off",
        "valid-id": "off",
        "no-raw-characters": "off",
        "long-title": "off",
        "require-sri": "off",
        "no-inline-style": "error",
      },
    });
    for (const [path, html] of pages()) {
      const report = await validator.validateString(html);
      const found = report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
      );
      expect(found).toEqual([]);
    }
  });
});
