import type { NewService, PackageManager } from "./answers.js";
import type { Surroundings } from "./surroundings.js";

/** How a package manager is told what to do. */
interface Commands {
  /** Installs what the lock file says, in CI. */
  readonly clean: string;
  /** Installs, and writes the lock file. */
  readonly install: string;
  /** Runs an installed command. */
  readonly execute: string;
  /** Runs a script. */
  readonly run: string;
  readonly build: (packageName: string) => string;
}

const COMMANDS: Readonly<Record<PackageManager, Commands>> = {
  npm: {
    ...{ clean: "npm ci", install: "npm install", execute: "npx", run: "npm run" },
    build: (name) => `npm run build -w ${name}`,
  },
  pnpm: {
    ...{ clean: "pnpm install --frozen-lockfile", install: "pnpm install --no-frozen-lockfile" },
    ...{ execute: "pnpm exec", run: "pnpm run" },
    build: (name) => `pnpm --filter ${name} run build`,
  },
  yarn: {
    ...{ clean: "yarn install --frozen-lockfile", install: "yarn install", execute: "yarn", run: "yarn" },
    build: (name) => `yarn workspace ${name} build`,
  },
};

/** Returns how the repository's package manager is told what to do. */
export function findCommands({ packageManager, isModernYarn }: Surroundings): Commands {
  const commands = COMMANDS[packageManager];
  if (packageManager !== "yarn" || !isModernYarn) return commands;
  return { ...commands, clean: "yarn install --immutable", install: "yarn install --no-immutable" };
}

/** Returns the scripts of the repository's manifest that build and release packages. */
export function printScripts(
  around: Surroundings,
  packages: readonly string[],
): Readonly<Record<"api:build" | "api:release", string>> {
  const { install, build } = findCommands(around);
  const compile = packages.map(build).join(" && ");
  return {
    "api:build": `shapelog build && ${install} && ${compile}`,
    "api:release": `shapelog build && changeset version && ${install} && ${compile} && shapelog check && changeset publish`,
  };
}

/** Returns a small model to start with, in canonical form. */
export function printFirstModel({ name, package: its }: NewService): string {
  const words = name.split("-").filter((word) => word !== "");
  const title = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  const pascal = title.join("");
  const service = /^[A-Z]/.test(pascal) ? pascal : `Service${pascal}`;
  const scope = /^@([^/]+)\//.exec(its?.name ?? "")?.[1]?.replace(/[^a-z0-9]/gi, "") ?? "";
  const namespace = [scope, words.join("")].map((part) => (/^[a-z]/i.test(part) ? part : `api${part}`));
  return `$version: "2.0"

namespace ${scope === "" ? "example" : namespace[0]}.${namespace[1]}

use aws.protocols#restJson1

// What starts with three slashes is documentation: it is in the types, on the pages and in OpenAPI. This is not.
// All of Smithy's IDL can stand here: https://smithy.io/2.0/spec/idl.html
/// What the service is for, in a sentence or two. This text opens its documentation.
@restJson1
@title("${title.join(" ")}")
service ${service} {
    version: "1"
    operations: [
        GetItem
    ]
}

/// Returns one item by its id.
@readonly
@http(method: "GET", uri: "/items/{id}", code: 200)
operation GetItem {
    input := {
        /// Which item.
        @required
        @httpLabel
        id: ItemId
    }

    output := {
        /// The item.
        @required
        item: Item
    }

    errors: [
        ItemNotFound
    ]
}

/// What tells an item from all others.
@length(min: 1, max: 64)
string ItemId

/// An item, as those who call the service get it.
structure Item {
    /// Which item this is.
    @required
    id: ItemId

    /// How far it has come.
    @required
    status: ItemStatus

    /// When it was made.
    createdAt: Timestamp
}

/// How far an item has come. A new value is news for everyone who looks at it.
enum ItemStatus {
    /// Nobody has started with it.
    OPEN

    /// It is finished.
    DONE
}

/// There is no item with this id.
@error("client")
@httpError(404)
structure ItemNotFound {
    /// What is not there, for people.
    @required
    message: String
}
`;
}

/** Returns a workflow of GitHub Actions that holds every change to the record. */
export function printWorkflow(
  around: Surroundings,
  { packages, models }: { readonly packages: readonly string[]; readonly models: readonly string[] },
): string {
  const { clean, execute, build } = findCommands(around);
  const isNpm = around.packageManager === "npm";
  const steps = [
    `      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0 # which branch an entry of a ledger came from is told by the history
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: "22"${isNpm ? "\n          cache: npm" : ""}`,
    ...(isNpm ? [] : ["      - run: corepack enable"]),
    `      - run: ${clean}`,
    ...models
      .filter((model) => model.endsWith(".smithy"))
      .map((model) => `      - run: ${execute} shapelog fmt --check ${model}`),
    `      # Models are valid, and ledgers, packages and changelogs agree with them.
      - run: ${execute} shapelog check --format github`,
    ...packages.map((name) => `      - run: ${build(name)}`),
    `      # What the pull request changes for callers, at its lines and in the job's summary. As a comment it takes an action,
      # and the permission to write one: https://github.com/shapelog/shapelog/blob/main/docs/reviewing.md
      - if: github.event_name == 'pull_request'
        continue-on-error: true
        run: ${execute} shapelog review --format github --fail-on never
      - if: \${{ !cancelled() && github.event_name == 'pull_request' }}
        continue-on-error: true
        run: ${execute} shapelog review --format markdown --limit 900000 --fail-on never >> "$GITHUB_STEP_SUMMARY"`,
  ];
  return `# Written by shapelog init; yours from now on.
name: shapelog
on:
  pull_request:
  push:
    branches: [${JSON.stringify(around.branch)}]

permissions: {}

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
${steps.join("\n")}
`;
}

/** Returns the configuration of changesets. Ours is the generator that leaves facts as they are. */
export function printChangesets(around: Surroundings, access: "public" | "restricted"): string {
  const config = {
    $schema: "https://unpkg.com/@changesets/config@3.1.1/schema.json",
    changelog: "@shapelog/changelog/changesets",
    commit: false,
    fixed: [],
    linked: [],
    access,
    baseBranch: around.branch,
    updateInternalDependencies: "patch",
    ignore: [],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Returns a hook that git runs before a commit. */
export function printHook(around: Surroundings): string {
  const { execute } = findCommands(around);
  return `#!/bin/sh
# Stops a commit of what does not agree: an edit that is not recorded, a package that is not built anew.
# To commit all the same: git commit --no-verify
exec ${execute === "npx" ? "npx --no" : execute} shapelog check
`;
}
