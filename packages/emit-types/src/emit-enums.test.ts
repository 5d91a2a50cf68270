import { createModel } from "@shapelog/model";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitCase, member, operation, shape, textOf, value } from "../test/emit-case.js";

const OPERATION = "operation Get { input := { e: E } }";

interface Guards {
  isE(value: unknown): boolean;
}

async function loadGuards(count: number): Promise<Guards> {
  const values = Array.from({ length: count }, (_, index) => `V${index} = "v${index}"`);
  const emitted = await emitCase(`${OPERATION}\nenum E {\n${values.join("\n")}\n}`);
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(textOf(emitted, "enums.ts"), { compilerOptions: options });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

describe("guards of enums", () => {
  it.each([1, 15, 16, 40])("know the %i values and nothing else", async (count) => {
    const { isE } = await loadGuards(count);
    expect(isE("v0")).toBe(true);
    expect(isE(`v${count - 1}`)).toBe(true);
    for (const other of ["V0", `v${count}`, "constructor", "__proto__", 0, undefined, null, ["v0"]]) {
      expect(isE(other)).toBe(false);
    }
  });

  it("marks calls as pure, so that bundlers drop enums nobody uses", async () => {
    const values = Array.from({ length: 20 }, (_, index) => `V${index}`);
    const emitted = await emitCase(`${OPERATION}\nenum E {\n${values.join("\n")}\n}`);
    expect(textOf(emitted, "enums.ts").match(/new Set/g)).toHaveLength(1);
    expect(textOf(emitted, "enums.ts")).toContain("= /*@__PURE__*/ new Set(");
  });

  it("leaves out values that are not of the enum's kind", async () => {
    const emitted = await emitCase(
      createModel([
        operation("Get", { input: "In" }),
        shape("structure", "In", [member("e", "E")]),
        shape("enum", "E", [value("A"), value("B", 2), value("C", "A")]),
      ]),
    );
    expect(textOf(emitted, "enums.ts")).toContain('export type E = "A";');
    expect(textOf(emitted, "enums.ts")).toContain('export const EValues = ["A"] as const');
  });
});

describe("@enum without names", () => {
  it("is a closed union with constants called like their values", async () => {
    const emitted = await emitCase(`
      $version: "1.0"
      namespace ex.x
      service Svc { version: "1", operations: [Op] }
      operation Op { input: In }
      structure In { a: Old }
      @enum([{ value: "x y" }, { value: "1" }, { value: "x-y", deprecated: true, documentation: "doc" }])
      string Old
    `);
    const text = textOf(emitted, "enums.ts");
    expect(text).toContain('export type Old = "x y" | "1" | "x-y";');
    expect(text).toContain('  "x y": "x y",\n  "1": "1",\n');
    expect(text).toContain('  /**\n   * doc\n   *\n   * @deprecated\n   */\n  "x-y": "x-y",');
    expect(text).toContain('OldValues = ["x y", "1", "x-y"]');
    expect(text).toContain("export function isOld(value: unknown): value is Old");
    expect(textOf(emitted, "types.ts")).toContain("a?: Old | undefined;");
  });
});

describe("@externalDocumentation", () => {
  it("is told with the shape", async () => {
    const emitted = await emitCase(`
      operation Op { input: In }
      @externalDocumentation(Guide: "https://example.com/g", Bad: "javascript:alert(1)") structure In {}
    `);
    expect(textOf(emitted, "types.ts")).toContain("/** @see Guide: https://example.com/g */\n");
    expect(textOf(emitted, "types.ts")).not.toContain("javascript:");
  });
});
