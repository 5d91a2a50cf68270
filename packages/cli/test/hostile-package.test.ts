import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { printSmithyJson } from "@shapelog/smithy";
import {
  HOSTILE_NAMES,
  HOSTILE_NUMBERS,
  HOSTILE_PATTERNS,
  HOSTILE_VALUES,
  hostileService,
  LEAK,
  PATTERN_NAMES,
} from "@shapelog/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { afterAll, describe, expect, it } from "vitest";
import { createWorkspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const require = createRequire(join(ROOT, "packages/emit-types/package.json"));
const COMPILERS = [
  ["5.9", join(dirname(require.resolve("typescript/package.json")), "bin/tsc")],
  ["7", join(ROOT, "node_modules/typescript/bin/tsc")],
] as const;
const FORMS = ["validators", "validators-sdk"] as const;

type Files = Readonly<Record<string, string>>;
type Module = Readonly<Record<string, unknown>>;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "shapelog-hostile-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let built: Promise<{ readonly files: Files; readonly err: string }> | undefined;

/** Builds the package with the command, once for all tests, and returns its files by their paths in it. */
function build(): Promise<{ readonly files: Files; readonly err: string }> {
  built ??= (async () => {
    const workspace = createWorkspace();
    const own = { name: "@example/hostile", folder: "out" };
    const services = { hostile: { model: "model.json", ledger: "ledger", package: own } };
    workspace.write("shapelog.config.json", JSON.stringify({ services }));
    workspace.write("model.json", printSmithyJson(hostileService()));
    await workspace.run("record", "--date", "2024-01-01", "--no-changeset");
    const { exit, err } = await workspace.run("build", "--verbose");
    expect(exit).toBe(0);
    const made = Object.entries(workspace.snapshot()).filter(([path]) => path.startsWith("out/"));
    return { files: Object.fromEntries(made.map(([path, text]) => [path.slice("out/".length), text])), err };
  })();
  return built;
}

let compiled: Promise<string> | undefined;

/** Compiles the package with its own configuration, once for all tests, and returns the folder. */
function compile(): Promise<string> {
  compiled ??= (async () => {
    const { files } = await build();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const scope of ["@shapelog", "@smithy"])
      mkdirSync(join(folder, "node_modules", scope), { recursive: true });
    symlinkSync(join(ROOT, "packages/runtime"), join(folder, "node_modules/@shapelog/runtime"));
    symlinkSync(join(ROOT, "node_modules/@smithy/types"), join(folder, "node_modules/@smithy/types"));
    expect(runCompiler(COMPILERS[1][1], "tsconfig.build.json")).toBe("");
    return folder;
  })();
  return compiled;
}

function runCompiler(compiler: string, config: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", join(folder, config)], {
    encoding: "utf8",
  });
  return stdout + stderr;
}

async function load(name: string): Promise<Module> {
  return import(/* @vite-ignore */ pathToFileURL(join(await compile(), "dist", `${name}.js`)).href);
}

/** Returns whether a function of a module takes a value; the module has to have it. */
function takes(module: Module, name: string, value: unknown): boolean {
  const found = module[name];
  if (typeof found !== "function") throw new Error(`there is no ${name}`);
  const result = found(value);
  return typeof result === "object" ? result.ok : result;
}

const markdown = new MarkdownIt({ html: true, linkify: true });

/** Returns what is on a page that shows Markdown and would act: scripts, frames, handlers, addresses that run. */
function findActive(text: string): string[] {
  const found: string[] = [];
  const nodes: DefaultTreeAdapterTypes.Node[] = [parseFragment(markdown.render(text))];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if ("childNodes" in node) for (const child of node.childNodes) nodes.push(child);
    if (!("tagName" in node)) continue;
    if (/^(?:script|iframe|object|embed|svg|style|form|meta|base|link)$/.test(node.tagName))
      found.push(node.tagName);
    for (const { name, value } of node.attrs)
      if (name.startsWith("on") || /^\s*(?:javascript|data|vbscript):/i.test(value))
        found.push(`${name}=${value}`);
  }
  return found;
}

/** Returns every text below a value that has one of the names. */
function findTexts(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, of]) =>
    typeof of === "string" && names.includes(key) ? [of] : findTexts(of, names),
  );
}

/** Returns the objects below a value that have an `enum`, or a `const` each in place of one. */
function findEnums(value: unknown): unknown[][] {
  if (typeof value !== "object" || value === null) return [];
  const own = "enum" in value && Array.isArray(value.enum) ? [value.enum] : [];
  return [...own, ...Object.values(value).flatMap(findEnums)];
}

const DATA = ["openapi.json", "schema.json"];

describe("the package of a hostile service", () => {
  it("has paths that every system takes, no two of which are one on some", async () => {
    const paths = Object.keys((await build()).files);
    for (const path of paths) {
      expect(path).toMatch(/^(?:[\w-]+\/)*\.?[\w-]+(?:\.[a-z]+)*$/);
      expect(path).not.toMatch(/(?:^|\/)(?:con|nul|aux|prn|com\d|lpt\d)(?:\.|$)/i);
    }
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it("tells of each pattern that JavaScript cannot say, and of no other", async () => {
    const { err } = await build();
    const isTold = PATTERN_NAMES.map((name) => err.includes(`example.hostile#${name} is left out`));
    expect(isTold).toEqual(HOSTILE_PATTERNS.map((each) => each.takes === undefined));
  });

  it.each(COMPILERS)("compiles under TypeScript %s", async (_, compiler) => {
    await compile();
    expect(runCompiler(compiler, "tsconfig.json")).toBe("");
  });

  it("has no control character, half of a pair or mark of direction as such in any file", async () => {
    for (const [path, text] of Object.entries((await build()).files)) {
      const found =
        /(?![\n\t])\p{Cc}|\p{Surrogate}/u.exec(text) ??
        (path.endsWith(".json") ? null : /[\u2028-\u202e]/.exec(text));
      expect(found, path).toBeNull();
    }
  });

  it("runs nothing of the model when it is imported or called", async () => {
    const calls: unknown[] = [];
    Object.defineProperty(globalThis, LEAK, {
      configurable: true,
      value: (...args: unknown[]) => calls.push(args),
    });
    try {
      for (const name of ["index", "wire", "schemas", ...FORMS]) {
        const module = await load(name);
        for (const [key, each] of Object.entries(module))
          if (typeof each === "function" && /^(?:validate|read|is)/.test(key))
            each({ __proto__: null, Foo: [{}] });
      }
    } finally {
      Reflect.deleteProperty(globalThis, LEAK);
    }
    expect(calls).toEqual([]);
  });

  it.each(FORMS)("takes the values of its enums in %s, and no others", async (form) => {
    const module = await load(form);
    const others = ["b", "Etc", "<!", "\udc00", "\u2029", "__proto", "valueOf", "hasOwnProperty", "A\u030a"];
    for (const name of ["validateTexts", "isTexts"]) {
      expect(HOSTILE_VALUES.filter((value) => !takes(module, name, value))).toEqual([]);
      expect(others.filter((value) => takes(module, name, value))).toEqual([]);
    }
    expect(HOSTILE_NUMBERS.filter((value) => !takes(module, "validateNumbers", value))).toEqual([]);
    expect([1, 0.5, -2, 2_147_483_646].filter((value) => takes(module, "validateNumbers", value))).toEqual(
      [],
    );
  });

  it.each(FORMS)("has a pattern mean in %s what it means", async (form) => {
    const module = await load(form);
    HOSTILE_PATTERNS.forEach(({ pattern, takes: taken = [""], refuses = [] }, index) => {
      const name = `validate${PATTERN_NAMES[index]}`;
      expect(
        taken.filter((text) => !takes(module, name, text)),
        pattern,
      ).toEqual([]);
      expect(
        refuses.filter((text) => takes(module, name, text)),
        pattern,
      ).toEqual([]);
    });
  });

  it.each(FORMS)("finds what is wrong in %s below each name, at that name", async (form) => {
    const module = await load(form);
    const validate = module.validateRunInput as (value: unknown) => {
      ok: boolean;
      errors: { path: string }[];
    };
    for (const name of HOSTILE_NAMES.filter((each) => each !== "Errors")) {
      const value = Object.fromEntries([[name, 42]]);
      const { ok, errors } = validate(value);
      expect(ok, name).toBe(false);
      expect(errors[0]?.path, name).toBe(name);
    }
    expect(validate({}).ok).toBe(true);
  });

  it("has the values as they are in types and data", async () => {
    const index = await load("index");
    expect(index.TextsValues).toEqual(HOSTILE_VALUES);
    expect(index.NumbersValues).toEqual(HOSTILE_NUMBERS);
    const { files } = await build();
    for (const path of DATA) {
      const enums = findEnums(JSON.parse(files[path] ?? ""));
      expect(enums, path).toContainEqual(HOSTILE_VALUES);
    }
  });

  it("has JSON Schemas that a validator takes", async () => {
    const { files } = await build();
    const { $id, $defs, ...head } = JSON.parse(files["schema.json"] ?? "");
    const ajv = new Ajv2020({ logger: false, validateFormats: false }).addSchema({ ...head, $id, $defs });
    expect(Object.keys($defs)).toContain("RunInput");
    for (const name of Object.keys($defs))
      expect(() => ajv.compile({ $ref: `${$id}#/$defs/${name}` }), name).not.toThrow();
  });

  it("has no Markdown that acts where it is shown", async () => {
    const { files } = await build();
    expect(findActive(files["README.md"] ?? "")).toEqual([]);
    expect(findActive(files["CHANGELOG.md"] ?? "")).toEqual([]);
    // Titles and summaries are plain text, and so is what a manifest says.
    const shown = ["description"];
    for (const [path, text] of Object.entries(files)) {
      if (!path.endsWith(".json") || path === "package.json") continue;
      expect(findTexts(JSON.parse(text), shown).flatMap(findActive), path).toEqual([]);
    }
    // Editors show comments as Markdown.
    for (const [path, text] of Object.entries(files)) {
      const comments = path.endsWith(".ts") ? [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)] : [];
      for (const [, comment = ""] of comments) {
        expect(findActive(comment.replace(/^\s*\* ?/gm, "")), path).toEqual([]);
        expect(comment, path).not.toMatch(/(?<!\\)\{@link\s+javascript:/);
      }
    }
  });

  it("has a manifest that is its own", async () => {
    const { files } = await build();
    const manifest = JSON.parse(files["package.json"] ?? "");
    expect(manifest.name).toBe("@example/hostile");
    expect(Object.keys(manifest.scripts)).toEqual(["build", "typecheck", "prepack"]);
    expect(JSON.stringify(manifest.scripts)).not.toContain(LEAK);
  });
});
