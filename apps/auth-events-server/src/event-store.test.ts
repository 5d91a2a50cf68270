import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EventStore } from "./event-store.js";
import { seedStore } from "./seed/seed-store.js";

const OPTIONS = { seed: 1, users: 2, days: 5, now: new Date("2026-03-31T18:00:00Z") };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "event-store-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file", () => {
  it("of another program is refused and stays as it is", () => {
    const file = join(folder, "other.db");
    const other = new Database(file);
    other.exec("CREATE TABLE notes (text TEXT)");
    other.close();
    expect(() => new EventStore(file)).toThrow("it is a database of another program");
    const again = new Database(file);
    expect(again.prepare("SELECT name FROM sqlite_schema").all()).toMatchObject([{ name: "notes" }]);
    again.close();
  });

  it("is filled as a whole or not at all", () => {
    const store = new EventStore(join(folder, "cut.db"));
    expect(() => store.atomically(() => [seedStore(store, OPTIONS), fail()])).toThrow("cut short");
    expect(store.listPools()).toEqual([]);
    seedStore(store, OPTIONS);
    seedStore(store, { ...OPTIONS, users: 1 });
    expect(store.listPools()).toMatchObject([{ users: 2 }]);
    store.close();
  });

  it("is used by two at once, who see the same", () => {
    const file = join(folder, "two.db");
    const one = new EventStore(file);
    const other = new EventStore(file);
    seedStore(one, OPTIONS);
    expect(other.listPools()).toEqual(one.listPools());
    expect(other.tokenKey).toEqual(one.tokenKey);
    one.close();
    other.close();
  });
});

it("a store that is closed answers nothing", () => {
  const store = new EventStore(":memory:");
  store.close();
  expect(() => store.listPools()).toThrow("the data file is closed");
});

function fail(): never {
  throw new Error("cut short");
}
