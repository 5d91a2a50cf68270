import { createModel } from "@shapelog/model";
import { createShapes, expectLinear, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitCase, textOf } from "../test/emit-case.js";

const MODEL = `
service Weather { operations: [Get, Other] }
operation Get { input: GetInput, output: City, errors: [Gone] }
operation Other { input: Unused }
structure GetInput { name: Name, at: Timestamp }
structure City { names: Names }
structure Unused {}
list Names { member: Name }
string Name
@error("client") structure Gone {}
structure Unbound {}
`;

describe("emitSchemas", () => {
  it("emits one file and no diagnostics", () => {
    const { files, diagnostics } = emitCase(MODEL);
    expect(files.map(({ path }) => path)).toEqual(["src/schemas.ts"]);
    expect(diagnostics).toEqual([]);
  });

  it("has a constant for each data shape and operation of the service, and for each operation's errors", () => {
    const constants = [...textOf(MODEL).matchAll(/^export const (\S+?)[: ]/gm)].map(([, name]) => name);
    const shapes = ["City$", "GetInput$", "Gone$", "Name$", "Names$", "Unused$"];
    const operations = ["Get$", "GetErrors$", "Other$", "OtherErrors$"];
    expect(constants.toSorted()).toEqual([...shapes, ...operations, "protocolSettings"].toSorted());
  });

  it("imports types of @smithy/types and nothing else", () => {
    const imports = textOf(MODEL).match(/\bimport\b.*|\bfrom "[^"]*"/g) ?? [];
    expect(imports).toHaveLength(2);
    expect(imports.join(" ")).toMatch(/^import type \{ from "@smithy\/types"$/);
  });

  it("gives the same bytes whatever the order of the shapes", () => {
    const { shapes } = modelOf(MODEL);
    expect(textOf(createModel([...shapes.values()].reverse()))).toBe(textOf(MODEL));
  });

  it("takes time in step with the members, in wide shapes and in long chains", () => {
    const { member, operation, service, shape } = createShapes("example");
    expectLinear(
      (size) => {
        const ids = Array.from({ length: size }, (_, index) => `${index}`);
        const links = ids.map((id) => shape("list", `L${id}`, [member("member", `L${Number(id) + 1}`)]));
        const wide = ids.map((id) => member(`m${id}`, `L${id}`, { jsonName: id }));
        return textOf(
          createModel([
            service("Weather", ["Get"]),
            operation("Get", { input: "Wide" }),
            shape("structure", "Wide", wide),
            ...links,
            shape("list", `L${size}`, [member("member", "String")]),
          ]),
        );
      },
      { size: 8000 },
    );
  });
});
