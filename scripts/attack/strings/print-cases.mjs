import * as scan from "./scan.mjs";

/** @import { Case } from "./cases.mjs" */
/** @import { Printed, Workspace } from "./workspace.mjs" */

/** @typedef {(text: string) => string | undefined} Scanner */

/** @type {Readonly<Record<string, Scanner>>} */
const FORMATS = {
  text: scan.scanText,
  json: scan.scanJson,
  sarif: scan.scanSarif,
  github: scan.scanAnnotations,
};
/** @type {Readonly<Record<string, Scanner>>} */
const VIEWS = {
  ...FORMATS,
  markdown: scan.scanMarkdown,
  html: (text) => scan.scanHtml(text) ?? scan.scanBytes(text),
  smithy: scan.scanText,
  aws: scan.scanBytes,
};

/**
 * Returns what is wrong with what a command printed.
 * @param {Printed} printed
 * @param {Scanner} scanOut
 */
export function scanPrinted({ out, err }, scanOut) {
  return scan.scanText(err) ?? (out === "" ? undefined : scanOut(out));
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @param {Scanner} scanOut
 * @returns {Case}
 */
function command(name, args, scanOut) {
  return {
    name,
    check: async ({ run }) => scanPrinted(await run(args, { color: name.endsWith("colour") }), scanOut),
  };
}

const VIEW_CASES = Object.entries(VIEWS).map(([view, scanner]) =>
  command(
    `diff ${view}`,
    ["diff", "before.json", "after.json", "--view", view, "--all", "--fail-on", "never"],
    scanner,
  ),
);
const INPUTS = ["after.json", "broken.json", "aws/service-2.json"];
const VALIDATE_CASES = INPUTS.flatMap((input) =>
  Object.entries(FORMATS).map(([format, scanner]) =>
    command(
      `validate ${format} ${input}`,
      ["validate", input, "--format", format, "--severity", "note", "--show-suppressed"],
      scanner,
    ),
  ),
);

/** @type {readonly Case[]} */
export const printCases = [
  ...VIEW_CASES,
  ...VALIDATE_CASES,
  command("diff text colour", ["diff", "after.json", "before.json", "--all"], scan.scanText),
  command(
    "diff aws json",
    ["diff", "before.json", "after.json", "--view", "aws", "--format", "json"],
    scan.scanJson,
  ),
  command(
    "diff smithy json",
    ["diff", "before.json", "after.json", "--view", "smithy", "--format", "json"],
    scan.scanJson,
  ),
  command("diff botocore", ["diff", "aws/service-2.json", "after.json", "--force"], scan.scanText),
  command("diff broken", ["diff", "broken.json", "after.json"], scan.scanText),
  command("validate text colour", ["validate", "broken.json", "--severity", "note"], scan.scanText),
  command("select text", ["select", "*", "after.json", "--all"], scan.scanText),
  command(
    "select traits",
    ["select", "*", "after.json", "--show-traits", "documentation,tags,enumValue"],
    scan.scanJson,
  ),
  command("select vars", ["select", "$a(*) *", "after.json", "--show", "type,file,vars"], scan.scanJson),
  command("ast json", ["ast", "after.json"], scan.scanJson),
  command("ast json botocore", ["ast", "aws/service-2.json"], scan.scanJson),
  command("ast broken", ["ast", "broken.json"], scan.scanJson),
  { name: "ast idl", check: readBack },
  { name: "import", check: importBack },
  { name: "fmt", check: format },
];

/**
 * What `ast` prints of each input is safe, and is the same model.
 * @param {Workspace} workspace
 */
async function readBack({ run, write }) {
  for (const input of ["after.json", "aws/service-2.json"]) {
    const idl = await run(["ast", input, "--to", "idl"]);
    const problem = scanPrinted(idl, scan.scanBytes);
    if (problem) return problem;
    write("printed.smithy", idl.out);
    const [expected, found] = [await run(["ast", input]), await run(["ast", "printed.smithy"])];
    if (found.out !== expected.out)
      return `${input} as IDL reads as another model: ${found.err.slice(0, 300)}`;
  }
  return undefined;
}

/**
 * Returns a printed model without the traits that keep what botocore says and Smithy has no trait for: imports leave them
 * out.
 * @param {string} ast
 */
function withoutKept(ast) {
  const parsed = JSON.parse(ast, (key, value) => {
    if (key !== "traits") return value;
    const kept = Object.entries(value).filter(([trait]) => !trait.startsWith("shapelog.botocore#"));
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  });
  return JSON.stringify(parsed);
}

/** @param {Workspace} workspace */
async function importBack({ run, read }) {
  for (const input of ["after.json", "aws/service-2.json"]) {
    for (const out of [`${input}.smithy`, `copy-of-${input.replace("/", "-")}`]) {
      const problem =
        scanPrinted(await run(["import", input, "--out", out]), scan.scanText) ?? scan.scanBytes(read(out));
      if (problem) return problem;
      const [expected, found] = [await run(["ast", input]), await run(["ast", out])];
      if (withoutKept(found.out) !== withoutKept(expected.out))
        return `${input} imported to ${out} is another model: ${found.err.slice(0, 300)}`;
      await run(["import", "after.json", "--out", out]);
    }
  }
  return undefined;
}

/** @param {Workspace} workspace */
async function format({ run, strings, write }) {
  const lines = strings.map(
    ({ text }, index) =>
      `// ${text.replace(/[\r\n]/g, "")}\n/// ${text.replace(/[\r\n]/g, "")}\n@tags([${JSON.stringify(text)}])\nstring S${index}\n`,
  );
  const source = `$version: "2.0"\nnamespace a.b\n\n${lines.join("\n")}`;
  write("fmt/some.smithy", source);
  const printed = await run(["fmt", "-"], { input: source });
  const problem =
    scanPrinted(printed, scan.scanBytes) ?? scanPrinted(await run(["fmt", "fmt", "--check"]), scan.scanText);
  if (problem || printed.out === "") return problem;
  const again = await run(["fmt", "-"], { input: printed.out });
  return again.out === printed.out ? undefined : "formatting it again changes it";
}
