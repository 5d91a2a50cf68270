import { createModel } from "@shapelog/model";
import * as fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { authEventsModel, emitCase, member, operation, shape, textOf, value } from "../test/emit-case.js";
import { emitTypes } from "./emit-types.js";

const OPTIONS = { packageName: "@example/auth", source: "model.smithy" };

describe("emitTypes", () => {
  it("returns the same bytes whatever the order of shapes", async () => {
    const { model, service } = authEventsModel();
    const reversed = createModel([...model.shapes.values()].reverse());
    const first = await emitTypes(model, { service, ...OPTIONS });
    expect(await emitTypes(reversed, { service, ...OPTIONS })).toEqual(first);
    expect(first.files.map(({ path }) => path)).toEqual([
      "src/enums.ts",
      "src/index.ts",
      "src/operations.ts",
      "src/types.ts",
      "src/wire.ts",
    ]);
  });

  it("emits compilable files for a service without operations", async () => {
    const emitted = await emitCase("");
    expect(emitted.diagnostics).toEqual([]);
    expect(textOf(emitted, "types.ts")).toMatch(/^export \{\};$/m);
    expect(textOf(emitted, "wire.ts")).toMatch(/^export \{\};$/m);
    expect(textOf(emitted, "enums.ts")).toMatch(/^export \{\};$/m);
  });

  it("reports members that are streams", async () => {
    const { diagnostics } = await emitCase(`
      operation Get { output: Out }
      structure Out { @required body: Body }
      @streaming blob Body
    `);
    expect(diagnostics.map(({ code, severity, data }) => ({ code, severity, data }))).toEqual([
      {
        code: "types/streaming-member",
        severity: "note",
        data: { member: "example#Out$body", target: "example#Body", type: "Body" },
      },
    ]);
  });

  it("leaves out targets that the model does not have", async () => {
    const emitted = await emitCase(
      createModel([
        operation("Get", { input: "Gone", output: "Out", errors: ["Gone"] }),
        shape("structure", "Out", [member("lost", "Gone")]),
      ]),
    );
    expect(textOf(emitted, "operations.ts")).toContain("export interface GetCommandInput {}");
    expect(textOf(emitted, "operations.ts")).toContain("export type GetErrors = never;");
    expect(textOf(emitted, "types.ts")).toContain("lost?: DocumentType | undefined;");
  });

  it("lists the errors that are common to a service with each operation's own", async () => {
    const emitted = await emitCase(`
      service Weather { operations: [Get], errors: [Common] }
      operation Get { errors: [Own] }
      @error("client") structure Own {}
      @error("server") structure Common {}
    `);
    expect(textOf(emitted, "operations.ts")).toContain('export type GetErrors = Errors["Common" | "Own"];');
  });

  it("takes every name that objects have by themselves", async () => {
    const names = ["__proto__", ...Object.getOwnPropertyNames(Object.prototype), "$ref", "properties", "0"];
    const members = [...new Set(names)].map((name) => member(name, "String"));
    const emitted = await emitCase(
      createModel([
        operation("Get", { input: "In" }),
        shape("structure", "In", [...members]),
        ...names.map((name) => shape("structure", name, [])),
      ]),
    );
    const text = textOf(emitted, "types.ts");
    expect(readMembers(text).sort()).toEqual(members.map(({ name }) => name).sort());
  });

  it("prints names, values and texts of strangers as nothing but names, values and texts", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        "__proto__",
        "constructor",
        "*/ alert(1); /*",
        '"; alert(1); "',
        "`",
        "</script>",
        "\u2028",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 5, maxLength: 5 }), async (texts) => {
        const [shapeText = "", memberText = "", valueName = "", valueText = "", doc = ""] = texts;
        const emitted = await emitCase(
          createModel([
            operation(`O${shapeText}`, { input: `S${shapeText}` }),
            shape("structure", `S${shapeText}`, [member(memberText, "E", { documentation: doc })]),
            shape("enum", "E", [value(valueName, valueText, { deprecated: { message: doc } })]),
          ]),
        );
        const { code, diagnostics } = transpile(textOf(emitted, "enums.ts"));
        expect(diagnostics).toEqual([]);
        const enums: Enums = await import(`data:text/javascript,${encodeURIComponent(code)}`);
        expect(Object.entries(enums.E)).toEqual([[valueName, valueText]]);
        expect(enums.EValues).toEqual([valueText]);
        for (const name of ["types.ts", "wire.ts", "operations.ts", "index.ts"]) {
          expect(transpile(textOf(emitted, name)).diagnostics).toEqual([]);
        }
        expect(readMembers(textOf(emitted, "types.ts"))).toEqual([memberText]);
        expect(transpile(textOf(emitted, "types.ts")).code.replace(/\/\*[\s\S]*?\*\/|\/\/.*|\s/g, "")).toBe(
          "export{};",
        );
      }),
      { numRuns: 60 },
    );
  });
});

interface Enums {
  readonly E: Readonly<Record<string, unknown>>;
  readonly EValues: readonly unknown[];
}

/** The names of the members of the interfaces; the module must hold nothing else but imports and exports of types. */
function readMembers(text: string): string[] {
  const source = ts.createSourceFile("types.ts", text, ts.ScriptTarget.ES2022);
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) return [];
    if (ts.isExportDeclaration(statement) && statement.isTypeOnly) return [];
    if (!ts.isInterfaceDeclaration(statement)) throw new Error(`unexpected ${ts.SyntaxKind[statement.kind]}`);
    return statement.members.map(({ name }) => {
      const literal = name && ts.isComputedPropertyName(name) ? name.expression : name;
      return literal && (ts.isIdentifier(literal) || ts.isStringLiteral(literal)) ? literal.text : "";
    });
  });
}

function transpile(text: string): { code: string; diagnostics: string[] } {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return { code: outputText, diagnostics: diagnostics.map(({ messageText }) => String(messageText)) };
}
