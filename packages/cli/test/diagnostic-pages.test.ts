import { readdirSync, readFileSync } from "node:fs";
import { botocoreDiagnostics } from "@shapelog/botocore";
import { changelogDiagnostics } from "@shapelog/changelog";
import { changesDiagnostics } from "@shapelog/changes";
import type { CatalogEntry } from "@shapelog/diagnostics";
import { diffDiagnostics } from "@shapelog/diff";
import { emitDiagnostics } from "@shapelog/emit";
import { openApiDiagnostics } from "@shapelog/emit-openapi";
import { typesDiagnostics } from "@shapelog/emit-types";
import { historyDiagnostics } from "@shapelog/history";
import { impactDiagnostics } from "@shapelog/impact";
import { jsonDiagnostics } from "@shapelog/json";
import { ledgerDiagnostics } from "@shapelog/ledger";
import { modelDiagnostics } from "@shapelog/model";
import { selectorDiagnostics } from "@shapelog/model/selectors";
import { siteDiagnostics } from "@shapelog/site";
import { idlDiagnostics, smithyDiagnostics } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { cliDiagnostics } from "../src/diagnostics.js";
import { trafficDiagnostics } from "../src/traffic/diagnostics.js";
import { upgradeDiagnostics } from "../src/upgrade/diagnostics.js";
import { readDiagnosticPages } from "./diagnostic-page.js";

interface AnyCatalog {
  readonly domain: string;
  readonly entries: Readonly<Record<string, CatalogEntry<never>>>;
}

/** The catalogs of each package, in the order of its page. */
const CATALOGS: ReadonlyMap<string, readonly AnyCatalog[]> = new Map<string, readonly AnyCatalog[]>([
  ["botocore", [botocoreDiagnostics]],
  ["changelog", [changelogDiagnostics]],
  ["changes", [changesDiagnostics]],
  ["cli", [cliDiagnostics, upgradeDiagnostics, trafficDiagnostics]],
  ["diff", [diffDiagnostics]],
  ["emit", [emitDiagnostics]],
  ["emit-openapi", [openApiDiagnostics]],
  ["emit-types", [typesDiagnostics]],
  ["history", [historyDiagnostics]],
  ["impact", [impactDiagnostics]],
  ["json", [jsonDiagnostics]],
  ["ledger", [ledgerDiagnostics]],
  ["model", [modelDiagnostics, selectorDiagnostics]],
  ["site", [siteDiagnostics]],
  ["smithy", [smithyDiagnostics, idlDiagnostics]],
]);

/** Returns what a page says of an entry below its title. */
function factsOf({ severity, exit }: CatalogEntry<never>): string {
  if (severity !== "error") return `**${severity}**`;
  return `**error** · exit ${exit === "usage" ? 2 : 1}`;
}

describe("the pages of diagnostics", () => {
  it("are there for every package that defines a catalog", () => {
    const packages = new URL("../../", import.meta.url);
    const names = readdirSync(packages).filter((name) => name !== "generated" && name !== "diagnostics");
    const defining = names.filter((name) => {
      const files = readdirSync(new URL(`${name}/src`, packages), { recursive: true, encoding: "utf8" });
      const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
      return sources.some((file) =>
        readFileSync(new URL(`${name}/src/${file}`, packages), "utf8").includes("= defineCatalog("),
      );
    });
    expect(defining.sort()).toEqual([...CATALOGS.keys()].sort());
  });

  it.each([...CATALOGS])(
    "of %s are one for each code, in the catalogs' order, with its facts",
    (name, catalogs) => {
      const { title, pages } = readDiagnosticPages(name);
      expect(title).toBe(`# Diagnostics of \`${name}\``);
      const expected = catalogs.flatMap(({ domain, entries }) =>
        Object.entries(entries).map(([code, entry]) => [`${domain}/${code}`, factsOf(entry)]),
      );
      expect(pages.map(({ code, facts }) => [code, facts])).toEqual(expected);
      for (const { code, body } of pages)
        expect([code, body]).toEqual([code, expect.stringMatching(/^.{40}/)]);
    },
  );
});
