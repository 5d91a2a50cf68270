import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findPackageFacts } from "./find-package-facts.js";

/** Returns what a package in `root` says of itself, where the files say what they do. A name that ends in `/` is a folder. */
function factsOf(
  files: Readonly<Record<string, object>>,
  config: object = {},
  { root = "project", folder = "packages/events" } = {},
): object {
  const top = mkdtempSync(join(tmpdir(), "shapelog-facts-"));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  for (const [name, value] of Object.entries(files)) {
    const path = join(top, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(path, JSON.stringify(value));
  }
  return findPackageFacts(join(top, root), { name: "@example/events", folder, ...config });
}

const GIT = { "project/.git/": {} };
const APIS = "github:example/apis";

it("says nothing in an empty folder", () => {
  expect(factsOf({})).toEqual({});
});

it("takes each fact from the nearest manifest that has it", () => {
  const facts = factsOf({
    ...GIT,
    "project/package.json": {
      license: "MIT",
      repository: APIS,
      publishConfig: { access: "public", provenance: true },
    },
    "project/packages/package.json": { private: true, license: "ISC", publishConfig: { directory: "dist" } },
  });
  expect(facts).toEqual({
    license: "ISC",
    repository: { url: APIS, directory: "packages/events" },
    publishConfig: { access: "public", provenance: true },
  });
});

it.each([
  ["a text", "Ada <ada@example.com>", "Ada <ada@example.com>"],
  [
    "an object",
    { name: "Ada", email: "ada@example.com", url: "https://a.example" },
    "Ada <ada@example.com> (https://a.example)",
  ],
])("takes an author that is %s", (_what, author, expected) => {
  expect(factsOf({ ...GIT, "project/package.json": { author } })).toEqual({ author: expected });
  expect(factsOf({ ...GIT, "project/package.json": { author } }, { author: "Bo" })).toEqual({ author: "Bo" });
});

it("takes what the configuration says before that", () => {
  const said = {
    license: "EUPL-1.2",
    repository: "https://git.example.com/a",
    publishConfig: { access: "restricted" },
    private: true,
  };
  const manifest = {
    license: "MIT",
    repository: APIS,
    publishConfig: { access: "public", provenance: true },
  };
  expect(factsOf({ ...GIT, "project/package.json": manifest }, said)).toEqual({
    ...said,
    repository: { url: said.repository, directory: "packages/events" },
  });
});

it.each([
  ["the configuration stands in the repository's root", GIT, "packages/events"],
  ["the configuration stands further down", { ".git/": {} }, "project/packages/events"],
  ["there is no git", {}, "packages/events"],
])("works out the folder in the repository where %s", (_, files, directory) => {
  expect(factsOf(files, { repository: APIS })).toEqual({ repository: { url: APIS, directory } });
});

it("takes the folder that the configuration names", () => {
  const repository = { url: APIS, directory: "elsewhere" };
  expect(factsOf(GIT, { repository })).toEqual({ repository });
});

it.each([
  ["says where it stands", { url: APIS, directory: "groups/a" }, "groups/a/packages/events"],
  ["does not", { url: APIS }, "project/packages/events"],
])("goes on from a manifest that %s", (_, repository, directory) => {
  const files = { ".git/": {}, "project/package.json": { repository } };
  expect(factsOf(files)).toEqual({ repository: { url: APIS, directory } });
});

it.each([
  ["above the git repository", { "package.json": { license: "MIT" }, ...GIT }],
  ["above the configuration, without git", { "package.json": { license: "MIT" } }],
  ["in the package itself", { ...GIT, "project/packages/events/package.json": { license: "MIT" } }],
  [
    "that names a file of its own",
    { ...GIT, "project/package.json": { license: "SEE LICENSE IN terms.md" } },
  ],
  ["of other types", { ...GIT, "project/package.json": { license: 1, repository: [], publishConfig: [1] } }],
  ["that is no object", { ...GIT, "project/package.json": ["MIT"] }],
])("takes nothing from a manifest %s", (_, files) => {
  expect(factsOf(files)).toEqual({});
});

it("reads a manifest at any depth", () => {
  const files = { ...GIT, "project/package.json": { license: "MIT", repository: APIS } };
  for (const folder of ["events", "a/b/c/d/events"])
    expect(factsOf(files, {}, { folder })).toEqual({
      license: "MIT",
      repository: { url: APIS, directory: folder },
    });
});
