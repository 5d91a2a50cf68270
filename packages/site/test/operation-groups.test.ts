import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { groupOperations } from "../src/record/operation-groups.js";
import { createServiceRecord } from "../src/record/service-record.js";

function groupsOf(names: readonly string[], more = ""): Record<string, readonly string[]> {
  const model = modelOf(`
    service Things { version: "1", operations: [${names.join(", ")}] ${more === "" ? "" : "resources: [Lamp]"} }
    ${names.map((name) => `operation ${name} {}`).join("\n")}
    ${more}
  `);
  const record = createServiceRecord({ id: "things", model, ledger: { service: "things", revisions: [] } });
  return Object.fromEntries(
    groupOperations(record).map(({ name, operations }) => [name, operations.map((each) => each.name)]),
  );
}

const MANY = ["Alpha", "Beta", "Gamma", "Delta", "Eta"].flatMap((noun) => [
  `Get${noun}`,
  `List${noun}s`,
  `Put${noun}`,
]);

describe("groups of operations", () => {
  it("are one, without a name, where there are few", () => {
    expect(groupsOf(["GetThing", "ListThings"])).toEqual({ "": ["GetThing", "ListThings"] });
  });

  it("are by what operations are about, in the singular; what stands alone is last", () => {
    const groups = groupsOf([...MANY, "Ping"]);
    expect(Object.keys(groups)).toEqual(["Alpha", "Beta", "Delta", "Eta", "Gamma", "Others"]);
    expect(groups.Beta).toEqual(["GetBeta", "ListBetas", "PutBeta"]);
    expect(groups.Others).toEqual(["Ping"]);
  });

  it("divide large ones by the next word", () => {
    const verbs = "Get List Put Delete Tag Untag Start Stop Copy Move".split(" ");
    const groups = groupsOf(
      ["", "Peering", "Route"].flatMap((more) => verbs.map((verb) => `${verb}Net${more}`)),
    );
    expect(Object.keys(groups)).toEqual(["Net", "Net Peering", "Net Route"]);
    expect(groups.Net).toHaveLength(10);
  });

  it("are the model's resources where it has some", () => {
    const lamp = `
      resource Lamp { identifiers: { id: String }, read: ReadLamp, operations: [Dim] }
      @readonly operation ReadLamp { input := { @required id: String } }
      operation Dim { input := { @required id: String } }
    `;
    expect(groupsOf(MANY, lamp).Lamp).toEqual(["Dim", "ReadLamp"]);
  });
});
