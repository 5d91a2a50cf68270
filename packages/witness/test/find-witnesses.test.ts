import { diffModels } from "@shapelog/changes";
import { judge, type Proof } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { findWitnesses } from "../src/index.js";

interface Members {
  readonly input?: string;
  readonly output?: string;
  readonly shapes?: string;
}

const idl = ({ input = "", output = "", shapes = "" }: Members) => `
  service Things { version: "1", operations: [PutThing] }
  operation PutThing { input := { ${input} }, output := { ${output} } }
  ${shapes}
`;

/** Returns the proofs of the findings from one model to another, by rule and member. */
async function prove(before: Members, after: Members): Promise<Readonly<Record<string, readonly Proof[]>>> {
  const models = { before: modelOf(idl(before)), after: modelOf(idl(after)) };
  const findings = await findWitnesses(judge(diffModels(models.before, models.after), models), models);
  return Object.fromEntries(
    findings.map(({ rule, member, witness }) => [`${rule} ${member ?? ""}`.trim(), witness?.proofs ?? []]),
  );
}

const documentOf = (proofs: readonly Proof[] | undefined) =>
  proofs?.flatMap((proof) => (proof.kind === "wire" ? [JSON.parse(proof.document)] : []))[0];
const refusalOf = (proofs: readonly Proof[] | undefined) =>
  proofs?.flatMap((proof) => (proof.kind === "wire" ? [proof.refusal] : []))[0];
const programOf = (proofs: readonly Proof[] | undefined) =>
  proofs?.flatMap((proof) => (proof.kind === "source" ? [proof] : []))[0];

describe("a document", () => {
  it("holds what its side demands and what leads to the place, and nothing else", async () => {
    const output = "list: Parts, other: String";
    const shapes = (max: number) => `
      list Parts { member: Part }
      structure Part { @required id: Integer, size: Size, spare: String }
      @range(max: ${max}) integer Size
    `;
    const proofs = await prove({ output, shapes: shapes(5) }, { output, shapes: shapes(9) });
    expect(documentOf(proofs["response.limit.loosened"])).toEqual({ list: [{ id: 1, size: 6 }] });
  });

  it("is refused for what the finding says, though something else is wrong with it, too", async () => {
    const proofs = await prove(
      { input: "a: String, b: String" },
      { input: "@required first: String, a: String, @required b: String" },
    );
    expect(refusalOf(proofs["request.member.required b"])).toMatch(/^b: /);
    expect(refusalOf(proofs["request.member.required-added first"])).toMatch(/^first: /);
  });

  it("keeps to the limits of the other side where both allow it", async () => {
    const input = (max: number) => `@required @length(min: ${max - 2}, max: ${max}) name: String, kind: Kind`;
    const proofs = await prove(
      { input: input(8), shapes: "enum Kind { A, B }" },
      { input: input(7), shapes: "enum Kind { A }" },
    );
    const { name } = documentOf(proofs["request.enum.value-removed"]);
    expect(name.length).toBeGreaterThanOrEqual(6);
    expect(name.length).toBeLessThanOrEqual(7);
  });

  it("has as many items as a list needs, all different in a set", async () => {
    const input = "@required tags: Tags, kind: Kind";
    const tags = "@uniqueItems @length(min: 3) list Tags { member: String }";
    const proofs = await prove(
      { input, shapes: `${tags}\n enum Kind { A, B }` },
      { input, shapes: `${tags}\n enum Kind { A }` },
    );
    const document = documentOf(proofs["request.enum.value-removed"]);
    expect(new Set(document.tags).size).toBe(3);
  });

  it("is made in spite of members that lead back to their own shape", async () => {
    const input = "node: Node";
    const shapes = (kind: string) => `structure Node { next: Node, kind: Kind }\n enum Kind { ${kind} }`;
    const proofs = await prove({ input, shapes: shapes("A, B") }, { input, shapes: shapes("A") });
    expect(documentOf(proofs["request.enum.value-removed"])).toEqual({ node: { kind: "B" } });
  });

  it("is not made where members demand themselves without end", async () => {
    const input = "node: Node";
    const shapes = (kind: string) => `
      structure Node { @required next: Next, kind: Kind }
      structure Next { @required node: Node }
     \n enum Kind { ${kind} }
    `;
    const models = {
      before: modelOf(idl({ input, shapes: shapes("A, B") })),
      after: modelOf(idl({ input, shapes: shapes("A") })),
    };
    const [found] = await findWitnesses(judge(diffModels(models.before, models.after), models), models);
    expect(found?.witness?.status).toBe("unconfirmed");
  });
});

describe("a program", () => {
  it("is refused for what it reads, not for what is around that", async () => {
    const shapes = (members: string) => `structure Part { ${members} }`;
    const proofs = await prove(
      { output: "part: Part", shapes: shapes("a: String, b: String") },
      { output: "part: Part", shapes: shapes("c: Integer") },
    );
    for (const name of ["a", "b"]) {
      const program = programOf(proofs[`response.member.removed ${name}`]);
      expect(program?.error).toContain(`'${name}'`);
      expect(program?.program).toContain(`data.part!.${name}`);
    }
  });

  it("reads events one by one, and sends them as a stream", async () => {
    const shapes = (members: string) => `
      @streaming union Events { storm: Storm }
      structure Storm { ${members} }
    `;
    const events = "@required events: Events";
    const before = shapes("a: String, kind: String");
    const after = shapes("kind: Integer");
    const read = await prove({ output: events, shapes: before }, { output: events, shapes: after });
    const program = programOf(read["response.member.removed a"])?.program;
    expect(program).toContain('(data: EventOf<PutThingCommandOutput["events"]>) => data.storm!.a');
    const sent = await prove({ input: events, shapes: before }, { input: events, shapes: after });
    expect(programOf(sent["request.member.removed a"])?.program).toContain("yield { storm: { a: ");
  });

  it.each([
    ["bigInteger", "1n"],
    ["bigDecimal", '{ string: "1", type: "bigDecimal" }'],
  ])("has a %s as programs hold it", async (kind, code) => {
    const shapes = (of: string) => `${of} Amount`;
    const input = "amount: Amount";
    const proofs = await prove({ input, shapes: shapes(kind) }, { input, shapes: shapes("string") });
    const programs = Object.values(proofs).flatMap((each) => programOf(each)?.program ?? []);
    expect(programs.join("")).toContain(`amount: ${code}`);
  });

  it("shows nothing where the compiler stops at something else", async () => {
    const proofs = await prove(
      { input: "@required a: String, b: String, c: String" },
      { input: "c: String" },
    );
    expect(programOf(proofs["request.member.removed a"])?.error).toContain("'a'");
    expect(proofs["request.member.removed b"]?.map(({ kind }) => kind)).toEqual(["wire"]);
  });

  it("names the keys of maps and the values of enums as they were", async () => {
    const output = "byKind: ByKind";
    const shapes = (values: string) => `map ByKind { key: Kind, value: String }\n enum Kind { ${values} }`;
    const proofs = await prove({ output, shapes: shapes("A, B") }, { output, shapes: shapes("A") });
    const [program] = Object.values(proofs).flatMap((each) => programOf(each) ?? []);
    expect(program?.program).toContain('=== "B"');
  });
});

describe("models without a service", () => {
  it("have nothing that could show a finding", async () => {
    const models = { before: modelOf("structure A { a: String }"), after: modelOf("structure A {}") };
    const findings = judge(diffModels(models.before, models.after), models);
    const found = await findWitnesses(
      findings.map((finding) => ({ ...finding, verdict: "breaking" as const })),
      models,
    );
    expect(found.map(({ witness, verdict }) => [witness?.status, verdict])).toContainEqual([
      "none",
      "breaking",
    ]);
  });
});
