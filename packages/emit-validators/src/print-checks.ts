import type { EmittedFile } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";
import type { ChosenChecks } from "./choose-checks.js";
import { createCompiler, type NamedCheck } from "./compile-check.js";
import { type Constants, createConstants } from "./constants.js";
import type { CompileUnit } from "./define-check.js";
import { checkFunction } from "./function-names.js";

/** Where a compiled check stands, by the name of its shape. */
export type CheckFiles = Readonly<Record<"both" | "wire" | "sdk", string>>;

/** The modules of compiled checks, without their extension. */
export const CHECK_FILES: CheckFiles = {
  both: "gen-checks",
  wire: "gen-checks-wire",
  sdk: "gen-checks-sdk",
};

const CONSTANTS_FILE = "gen-constants";

const RUNTIME = "@shapelog/runtime/checks";

/** Prints the compiled checks: those of both forms, those of each form, and the constants they share. */
export function printChecks(checks: ChosenChecks, header: string): EmittedFile[] {
  const constants = createConstants();
  const shared = new Set(checks.both.map(({ name }) => name));
  const parts = (["both", "wire", "sdk"] as const).filter((part) => checks[part].length > 0);
  const files = parts.map((part): EmittedFile => {
    const text = printFile({
      checks: checks[part],
      header,
      constants,
      shared: part === "both" ? [] : shared,
    });
    return { path: `src/${CHECK_FILES[part]}.ts`, text };
  });
  const declarations = constants.print();
  const text = [
    header,
    "// @ts-nocheck",
    printImport(constants.usedRuntime, RUNTIME),
    ...declarations,
    ...(declarations.length ? [] : ["export {};"]),
    "",
  ];
  return [...files, { path: `src/${CONSTANTS_FILE}.ts`, text: text.join("\n") }];
}

interface PrintFileOptions {
  readonly checks: readonly NamedCheck[];
  readonly header: string;
  readonly constants: Constants;
  /** The names of checks that stand in the file of both forms. */
  readonly shared: Iterable<string>;
}

function printFile({ checks, header, constants, shared }: PrintFileOptions): string {
  const unit: CompileUnit = {
    constants,
    usedConstants: new Set(),
    usedRuntime: new Set(["type Failures"]),
    calls: new Set(),
  };
  const compile = createCompiler(unit);
  const functions = checks.map((check) => indent(compile(check)));
  const elsewhere = new Set(shared);
  const calls = [...unit.calls].filter((name) => elsewhere.has(name)).map(checkFunction);
  const imports = [
    printImport(unit.usedRuntime, RUNTIME),
    printImport(calls, `./${CHECK_FILES.both}.js`),
    printImport(unit.usedConstants, `./${CONSTANTS_FILE}.js`),
  ];
  const body = functions.length > 0 ? functions : ["export {};\n"];
  return `${header}\n// @ts-nocheck\n${imports.join("")}\n${body.join("\n")}`;
}

function printImport(names: Iterable<string>, from: string): string {
  const sorted = [...names].sort(compareCodeUnits);
  return sorted.length === 0 ? "" : `import { ${sorted.join(", ")} } from "${from}";\n`;
}

/** Indents code in which each line opens a block at its end or closes one at its start. */
function indent(code: string): string {
  let depth = 0;
  return code.replace(/^.+$/gm, (line) => {
    if (line.startsWith("}")) depth--;
    const indented = `${"  ".repeat(depth)}${line}`;
    if (line.endsWith("{")) depth++;
    return indented;
  });
}
