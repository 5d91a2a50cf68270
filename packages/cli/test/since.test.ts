import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { createService, findRevision, modelText, type Workspace } from "./workspace.js";

const facts = (id: string) => `<!-- shapelog:facts events ${id} -->\nfacts\n<!-- /shapelog:facts -->\n`;

async function createRecorded(): Promise<Workspace> {
  const workspace = await createService();
  workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
  await workspace.run("record", "--source", "vendor", "--source-version", "7.1", "--no-changeset");
  const factsOf = (date: string) => facts(findRevision(workspace, date));
  workspace.write(
    "packages/events/CHANGELOG.md",
    `# events\n\n## 2.1.0\n\nOther.\n\n## 2.0.0\n\n${factsOf("2022-08-18")}\n## 1.0.0\n\n${factsOf("2017-11-28")}`,
  );
  return workspace;
}

describe("shapelog since", () => {
  it.each([
    [
      "EventResponseType.InProgress",
      "EventResponseType.InProgress  since 2022-08-18 (vendor 7.1, package 2.0.0)\n",
    ],
    ["InProgress", "EventResponseType.InProgress  since 2022-08-18 (vendor 7.1, package 2.0.0)\n"],
    [
      "EventResponseType.Success",
      "EventResponseType.Success  there when the record begins, 2017-11-28 (package 1.0.0); gone since 2022-08-18 (vendor 7.1, package 2.0.0)\n",
    ],
    ["com.example.events#EventType", "EventType  there when the record begins, 2017-11-28 (package 1.0.0)\n"],
  ])("tells the date and the version of %s", async (name, expected) => {
    const { exit, out, err } = await (await createRecorded()).run("since", name);
    expect({ exit, out, err }).toEqual({ exit: 0, out: expected, err: "" });
  });

  it("says that no version has it yet", async () => {
    const workspace = await createRecorded();
    workspace.write(
      "packages/events/CHANGELOG.md",
      `# events\n\n## 1.0.0\n\n${facts(findRevision(workspace, "2017-11-28"))}`,
    );
    const { out } = await workspace.run("since", "InProgress");
    expect(out).toContain("since 2022-08-18 (vendor 7.1, in no version of the package yet)");
  });

  it("has all of it in JSON", async () => {
    const workspace = await createRecorded();
    const { out } = await workspace.run("since", "InProgress", "--format", "json");
    const revision = findRevision(workspace, "2022-08-18");
    expect(JSON.parse(out)).toEqual([
      {
        service: "events",
        id: "com.example.events#EventResponseType$InProgress",
        since: { revision, date: "2022-08-18", source: "vendor 7.1", version: "2.0.0" },
        isFromBeginning: false,
      },
    ]);
  });

  it("tells since when it is deprecated, itself or with its shape, and lists what is", async () => {
    const workspace = await createRecorded();
    const mark = (...ids: string[]) => {
      const model = JSON.parse(workspace.read("models/events/model.json"));
      for (const id of ids) {
        const [shape = "", member] = id.split("$");
        const at = model.shapes[`com.example.events#${shape}`];
        const holder = member === undefined ? at : at.members[member];
        holder.traits = { ...holder.traits, "smithy.api#deprecated": {} };
      }
      workspace.write("models/events/model.json", JSON.stringify(model));
    };
    mark("EventType", "EventResponseType$Fail");
    await workspace.run("record", "--no-changeset", "--date", "2022-08-19", "--allow-future");
    expect((await workspace.run("since", "Fail")).out).toMatch(
      /^EventResponseType\.Fail {2}since 2022-08-18 \(.*?\); deprecated since 2022-08-19 \(in no version of the package yet\)\n$/,
    );
    expect((await workspace.run("since", "EventType.SignIn")).out).toContain(
      "; its shape is deprecated since 2022-08-19 (in no version of the package yet)\n",
    );
    const listed = await workspace.run("since", "--deprecated");
    expect(listed.out.replaceAll(/ {2}.*/g, "")).toBe("EventType\nEventResponseType.Fail\n");
    expect(await workspace.run("since")).toMatchObject({ exit: 2, out: "" });
  });

  it("suggests a name for one that is none", async () => {
    const { exit, err } = await (await createRecorded()).run("since", "EventTyp");
    expect(exit).toBe(2);
    expect(err).toContain("did you mean EventType");
  });
});
