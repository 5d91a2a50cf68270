import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkReports, updateReports } from "./check-reports.mjs";

/** @type {Record<string, string>} */
const SHOP = {
  "packages/shop/package.json": JSON.stringify({
    name: "@example/shop",
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./prices": { types: "./dist/prices.d.ts", default: "./dist/prices.js" },
      "./schema/*.json": "./schema/*.json",
    },
  }),
  "packages/shop/dist/index.d.ts": `export { type Basket, fill } from "./basket.js";\n`,
  "packages/shop/dist/basket.d.ts": `/** What a customer takes along. */
export interface Basket {
    /** How many there are. */
    readonly size: number;
}
/** Puts things into a basket. */
export declare function fill(basket: Basket, things: readonly string[]): Basket;
`,
  "packages/shop/dist/prices.d.ts": `import type { Basket } from "./basket.js";
interface Currency {
    code: string;
}
export interface Price extends Currency {
    amount: number;
}
export declare function priceOf(basket: Basket): Price;
export {};
`,
  "packages/tools/package.json": JSON.stringify({
    name: "@example/tools",
    private: true,
    exports: { ".": { types: "./dist/index.d.ts" } },
  }),
};

const REPORT = `# @example/shop

export interface Basket {
    readonly size: number;
}

export function fill(basket: Basket, things: readonly string[]): Basket;

# @example/shop/prices

import { Basket } from '@example/shop';

interface Currency {
    code: string;
}

export interface Price extends Currency {
    amount: number;
}

export function priceOf(basket: Basket): Price;
`;

const BASKET = "packages/shop/dist/basket.d.ts";

describe("reports of what packages export", () => {
  let root = "";

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "shapelog-reports-"));
    for (const [path, text] of Object.entries(SHOP)) write(path, text);
    write("api/shop.txt", REPORT);
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** @type {(path: string, text: string) => void} */
  function write(path, text) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  /** @type {(path: string, from: string, to: string) => void} */
  function edit(path, from, to) {
    const text = SHOP[path] ?? "";
    expect(text).toContain(from);
    write(path, text.replace(from, to));
  }

  it("hold every entry point of a published package, without its comments, and the types that its exports need", () => {
    rmSync(join(root, "api"), { recursive: true });
    expect(updateReports(root)).toEqual([]);
    expect(readdirSync(join(root, "api"))).toEqual(["shop.txt"]);
    expect(readFileSync(join(root, "api/shop.txt"), "utf8")).toBe(REPORT);
  });

  it("differ when an export is removed", () => {
    edit("packages/shop/dist/index.d.ts", "type Basket, fill", "type Basket");
    expect(checkReports(root)).toEqual([
      expect.stringContaining(
        "\n-export function fill(basket: Basket, things: readonly string[]): Basket;\n",
      ),
    ]);
  });

  it("differ when a signature changes", () => {
    edit(BASKET, "things: readonly string[]", "...things: string[]");
    expect(checkReports(root)).toEqual([
      `--- api/shop.txt
+++ the packages as built
@@ -5,5 +5,5 @@
 }
 
-export function fill(basket: Basket, things: readonly string[]): Basket;
+export function fill(basket: Basket, ...things: string[]): Basket;
 
 # @example/shop/prices`,
    ]);
  });

  it("differ when a type changes that an export needs", () => {
    edit("packages/shop/dist/prices.d.ts", "code: string", "code: number");
    expect(checkReports(root)).toEqual([expect.stringContaining("+    code: number;")]);
  });

  it("differ when an entry point or a whole package comes or goes", () => {
    edit("packages/tools/package.json", `"private":true,`, "");
    write("packages/tools/dist/index.d.ts", "export {};\n");
    write("packages/shop/package.json", JSON.stringify({ name: "@example/shop", private: true }));
    expect(checkReports(root)).toEqual([
      expect.stringContaining("--- api/shop.txt\n+++ /dev/null"),
      expect.stringContaining("--- /dev/null\n+++ the packages as built"),
    ]);
    updateReports(root);
    expect(readdirSync(join(root, "api"))).toEqual(["tools.txt"]);
  });

  it("stay as they are when a comment changes, comes or goes", () => {
    edit(BASKET, "Puts things into a basket.", "Returns a basket with more in it.");
    edit("packages/shop/dist/prices.d.ts", "    amount", "    /** In the currency. */\n    amount");
    expect(checkReports(root)).toEqual([]);
    edit(BASKET, "/** Puts things into a basket. */\n", "");
    expect(checkReports(root)).toEqual([]);
  });

  it("stay as they are when declarations change places", () => {
    edit(BASKET, "/** What a", "export declare const unused: 1;\n/** What a");
    write("packages/shop/dist/index.d.ts", `export { fill, type Basket } from "./basket.js";\n`);
    expect(checkReports(root)).toEqual([]);
  });

  it("leave out what is internal", () => {
    edit(BASKET, "Puts things into a basket.", "Puts things into a basket. @internal");
    expect(checkReports(root)).toEqual([expect.stringContaining("\n-export function fill(")]);
    const internal = "/**\n * For us.\n *\n * @packageDocumentation\n * @internal\n */\n";
    write("packages/shop/dist/prices.d.ts", internal + SHOP["packages/shop/dist/prices.d.ts"]);
    updateReports(root);
    expect(readFileSync(join(root, "api/shop.txt"), "utf8")).toMatch(
      /# @example\/shop\/prices\n\nInternal: no promise\.\n$/,
    );
  });

  it("are refused when what is promised needs what is internal", () => {
    edit(BASKET, "What a customer takes along.", "What a customer takes along. @internal");
    expect(updateReports(root)).toEqual([
      expect.stringMatching(/^@example\/shop: .*"fill".*"Basket".*@internal/),
    ]);
    expect(readFileSync(join(root, "api/shop.txt"), "utf8")).toBe(REPORT);
  });

  it("are refused when a package is not built", () => {
    rmSync(join(root, "packages/shop/dist/prices.d.ts"));
    expect(checkReports(root)).toEqual([
      expect.stringMatching(/^@example\/shop\/prices: .* is not there; `npm run build`/),
    ]);
  });
});
