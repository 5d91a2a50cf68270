import { describe, expect, it } from "vitest";
import { createWorkspace, modelText, type Workspace } from "./workspace.js";

const EVENTS = { model: "models/events/model.json", ledger: "models/events/ledger" };
const ORDERS = { model: "models/orders/model.json", ledger: "models/orders/ledger" };
const PACKAGE = { name: "@example/events", folder: "packages/events" };
const ORDERS_PACKAGE = { name: "@example/orders", folder: "packages/orders" };

function createWith(config: object): Workspace {
  const workspace = createWorkspace();
  workspace.write("shapelog.config.json", JSON.stringify(config));
  for (const name of ["events", "orders"]) workspace.write(`models/${name}/model.json`, modelText());
  return workspace;
}

describe("a mistake in the configuration is told with what was meant", () => {
  it.each([
    ["a slip in a key", { service: {} }, 'the key "service" is not known; did you mean "services"?'],
    [
      "a slip in a key further in",
      { services: { events: { ...EVENTS, package: { ...PACKAGE, licence: "MIT" } } } },
      'the key "licence" of /services/events/package is not known; did you mean "license"?',
    ],
    [
      "a key that is near none",
      { services: {}, colour: 1 },
      'the key "colour" is not known; it can have $schema, services, changesets, policy, deprecation, consumers, site',
    ],
    [
      "a service's name that cannot be one",
      { services: { "My Events": EVENTS } },
      'the name "My Events" of a service has other characters than small letters, digits and "-", or starts with "-"; such as "my-events"',
    ],
    [
      "a service without a ledger",
      { services: { events: { model: "m" } } },
      '/services/events has no "ledger"',
    ],
    ["a slip in a value", { services: { events: { ...EVENTS, bump: "type" } } }, 'did you mean "types"?'],
    [
      "a slip in how long what is removed has to be deprecated",
      { services: {}, deprecation: { removeAfter: { day: 180 } } },
      'the key "day" of /deprecation/removeAfter is not known; did you mean "days"?',
    ],
    [
      "half a day",
      { services: {}, deprecation: { removeAfter: { days: 0.5 } } },
      "/deprecation/removeAfter/days has to be a whole number",
    ],
    [
      "less than no day",
      { services: {}, deprecation: { removeAfter: { days: -1 } } },
      "/deprecation/removeAfter/days is -1; expected >= 0",
    ],
    [
      "a day that is none",
      { services: {}, deprecation: { removeAfter: {}, from: "May" } },
      '/deprecation/from is "May"; expected one such as "2026-01-01"',
    ],
    [
      "releases of a package that there is none of",
      { services: { events: { ...EVENTS, deprecation: { removeAfter: { releases: 2 } } } } },
      "without a package there are no releases to count",
    ],
    ["a value of another type", { services: [] }, "/services has to be an object"],
    [
      "one of two types",
      { services: { events: { ...EVENTS, package: { ...PACKAGE, repository: 1 } } } },
      "/services/events/package/repository has to be a text or an object",
    ],
  ])("%s", async (_what, config, words) => {
    const { exit, err } = await createWith(config).run("check");
    expect(exit).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toContain("must ");
  });

  it("all of them at once, each once", async () => {
    const services = { events: { ...EVENTS, leger: "x", package: { name: "", folder: 1 } } };
    const { err } = await createWith({ services, sites: {} }).run("check");
    expect(err.match(/\[cli\/bad-config\]/g)).toHaveLength(4);
  });
});

it("without any service, every command about services says so", async () => {
  const workspace = createWith({ services: {} });
  for (const command of ["check", "build", "record", "site"]) {
    const { exit, err } = await workspace.run(command);
    expect([command, exit]).toEqual([command, 2]);
    expect(err).toContain("npx shapelog init --service NAME");
  }
});

it("names a service that is not there, among several", async () => {
  const workspace = createWith({ services: { events: EVENTS, orders: ORDERS } });
  const { exit, err } = await workspace.run("check", "--service", "events,order");
  expect(exit).toBe(2);
  expect(err).toContain("did you mean orders?");
});

describe("a service without a package", () => {
  it("is recorded, checked and on the site, and has no changesets", async () => {
    const workspace = createWith({ services: { events: EVENTS } });
    const recorded = await workspace.run("record", "--date", "2022-08-01");
    expect(recorded).toMatchObject({ exit: 0, err: "" });
    expect(recorded.out).not.toContain("shapelog build");
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
    expect(await workspace.run("site", "--out", "pages")).toMatchObject({ exit: 0 });
    expect(await workspace.run("record", "--changeset-only")).toMatchObject({ exit: 0 });
    expect(Object.keys(workspace.snapshot()).filter((path) => path.startsWith(".changeset"))).toEqual([]);
    expect(await workspace.run("record", "--undo")).toMatchObject({ exit: 0 });
  });

  it("is not built, and `build` says so where nothing else is", async () => {
    const workspace = createWith({ services: { events: EVENTS } });
    await workspace.run("record", "--date", "2022-08-01");
    const { exit, err } = await workspace.run("build");
    expect(exit).toBe(2);
    expect(err).toContain("events has no package in shapelog.config.json");
  });

  it("is left out where others are built", async () => {
    const services = { events: EVENTS, orders: { ...ORDERS, package: ORDERS_PACKAGE } };
    const workspace = createWith({ services });
    await workspace.run("record", "--date", "2022-08-01", "--no-changeset");
    expect(await workspace.run("build")).toMatchObject({ exit: 0, err: "" });
    expect(workspace.read("packages/orders/package.json")).toContain("@example/orders");
    expect((await workspace.run("build", "--service", "events")).exit).toBe(2);
  });
});

describe("of several services", () => {
  const services = {
    events: { ...EVENTS, package: PACKAGE },
    orders: { ...ORDERS, package: ORDERS_PACKAGE },
  };
  const listLedgers = (workspace: Workspace) =>
    Object.keys(workspace.snapshot())
      .filter((path) => path.includes("/ledger/"))
      .map((path) => path.split("/")[1]);

  it.each([[[]], [["--all"]], [["--service", "orders,events"]]])("all are recorded with %j", async (args) => {
    const workspace = createWith({ services });
    expect(await workspace.run("record", "--no-changeset", ...args)).toMatchObject({ exit: 0 });
    expect(listLedgers(workspace)).toEqual(["events", "orders"]);
  });

  it("a bad one keeps none of the others from being recorded and built", async () => {
    const workspace = createWith({ services });
    workspace.write("models/events/model.json", "{");
    const recorded = await workspace.run("record", "--no-changeset");
    expect(recorded.exit).toBe(2);
    expect(recorded.err).toContain("models/events/model.json");
    expect(listLedgers(workspace)).toEqual(["orders"]);
    const built = await workspace.run("build");
    expect(built.exit).toBe(2);
    expect(built.err).toContain("models/events/model.json");
    expect(workspace.read("packages/orders/package.json")).toContain("@example/orders");
  });

  it("one has to be named whose last revision is to be undone", async () => {
    const workspace = createWith({ services });
    await workspace.run("record", "--no-changeset");
    const { exit, err } = await workspace.run("record", "--undo");
    expect(exit).toBe(2);
    expect(err).toContain("--service with one of events, orders");
  });
});
