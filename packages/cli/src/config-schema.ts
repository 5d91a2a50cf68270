const path = { type: "string", minLength: 1 };
const count = { type: "integer", minimum: 0, maximum: 100_000 };
const name = { type: "string", minLength: 1 };

const PUBLISH_CONFIG = {
  type: "object",
  description:
    "How npm publishes it: the `publishConfig` of its `package.json`. Without one it is that of the nearest `package.json` above that has one.",
  required: [],
  additionalProperties: false,
  properties: {
    access: {
      enum: ["public", "restricted"],
      description:
        "Who can install it. npm takes `restricted` for a name with a scope where nothing is said, and knows only `public` for one without.",
    },
    provenance: {
      type: "boolean",
      description:
        "Whether npm says where it was built, which it does for the repository that publishes alone.",
    },
    registry: { ...name, description: "The registry's address.", examples: ["https://npm.example.com/"] },
    tag: { ...name, description: "The tag that a version gets.", examples: ["next"] },
  },
};

const REPOSITORY = {
  description:
    "Where its source is: an address, or npm's `url` and `directory`. Without a `directory` it is the package's folder in the git repository, or else below this file. Without a repository it is that of the nearest `package.json` above that has one, and there is none where none has.",
  examples: ["github:example/apis"],
  anyOf: [
    name,
    {
      type: "object",
      required: ["url"],
      additionalProperties: false,
      properties: { url: name, directory: { type: "string" } },
    },
  ],
};

const PACKAGE = {
  type: "object",
  description:
    "The package that `shapelog build` makes of the model. Without one the service has a model, a ledger and pages, and no changesets.",
  required: ["name", "folder"],
  additionalProperties: false,
  properties: {
    name: { ...name, description: "The package's name on npm.", examples: ["@example/events"] },
    folder: {
      ...path,
      description:
        "A folder for it alone, below this one. What `shapelog build` writes there is listed in `.shapelog-files`; other files in it stay.",
      examples: ["packages/events"],
    },
    description: { ...name, description: "Its description. Without one it is made of the service's title." },
    profile: {
      ...name,
      enum: ["sdk", "strict"],
      description:
        "How types and `validators/sdk` have required members: `strict`, they are there; `sdk`, as the AWS SDK for JavaScript has them, so that types are assignable to its own and back. Without one it is `sdk` for a service of AWS (`aws.api#service`), else `strict`.",
      examples: ["strict"],
    },
    license: {
      ...name,
      description:
        "Its licence, as an SPDX expression. Without one it is that of the nearest `package.json` above that has one.",
      examples: ["MIT"],
    },
    author: {
      ...name,
      description:
        "Who made it. Without one it is that of the nearest `package.json` above that has one, else what the package's own says.",
      examples: ["Ada <ada@example.com>"],
    },
    repository: REPOSITORY,
    publishConfig: PUBLISH_CONFIG,
    private: {
      type: "boolean",
      description: "Whether npm refuses to publish it. It does not where nothing is said.",
    },
    tsconfig: {
      ...path,
      description:
        "The file that its `tsconfig.json` and `tsconfig.build.json` extend. Without one they say all that the code needs.",
      examples: ["tsconfig.base.json"],
    },
    schemas: {
      enum: ["bundle", "files"],
      description:
        "`bundle`: one `schema.json` with the JSON Schemas of all shapes in `$defs`. `files`: a self-contained `schema/<Shape>.json` for each shape.",
      default: "bundle",
    },
  },
};

const REMOVE_AFTER = {
  type: "object",
  description:
    "How long, at least, between the two. All that is given has to be met, so that the longest decides. `{}` asks for nothing, such as for a vendor's model under a default.",
  required: [],
  additionalProperties: false,
  properties: {
    days: { ...count, description: "Days, by the dates of the ledger.", examples: [180] },
    releases: {
      ...count,
      description:
        "Releases of the package that have it as deprecated. Prereleases and what is still pending are none.",
      examples: [2],
    },
    majors: {
      ...count,
      description:
        "Major versions of the package of which a release has it as deprecated; below 1.0.0 each minor version counts as one.",
      examples: [2],
    },
  },
};

const DEPRECATION = {
  type: "object",
  description:
    "How long what callers can meet has to be `@deprecated` before it is removed, which `shapelog check` holds. Not asked where nothing is said.",
  required: ["removeAfter"],
  additionalProperties: false,
  properties: {
    removeAfter: REMOVE_AFTER,
    from: {
      type: "string",
      pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
      description: "The day from which on removals are held to it. Without one all of the ledger are.",
      examples: ["2026-01-01"],
    },
  },
};

const FOLLOW = {
  type: "object",
  description:
    "The model of a vendor that this one follows: `shapelog record --from` takes what is new there. `shapelog import` writes it.",
  required: ["input"],
  additionalProperties: false,
  properties: {
    input: {
      ...path,
      description:
        "Where it is: a file or folder, `git:<ref>:<path>`, `git:<folder>#<ref>:<path>`, or `npm:<package>`. A folder starts at this file's.",
      examples: ["git:../botocore#origin/HEAD:botocore/data/sqs/2012-11-05"],
    },
    operations: {
      description:
        "The operations to take: `all`, or a list of names, which adds to those that the model has. Without it these alone are followed.",
      anyOf: [{ const: "all" }, { type: "array", items: name }],
      examples: ["all"],
    },
    docs: {
      type: "boolean",
      description: "Whether the vendor's documentation is taken. What you wrote stays.",
      default: false,
    },
    quote: {
      type: "boolean",
      description:
        "Whether the ledger, and all that is made of it, quotes the vendor's notes. With `false` it says where they stand.",
      default: true,
    },
  },
};

const SERVICE = {
  type: "object",
  description: "A service, by the name that its ledger goes by: small letters, digits and `-`.",
  required: ["model", "ledger"],
  additionalProperties: false,
  properties: {
    model: {
      ...path,
      description:
        "The model: a file in Smithy IDL, Smithy JSON AST or botocore's `service-2.json`, or a folder of Smithy files with or without a `smithy-build.json`.",
      examples: ["models/events/model.smithy"],
    },
    ledger: {
      ...path,
      description: "The folder of the ledger, which `shapelog record` appends to.",
      examples: ["models/events/ledger"],
    },
    package: PACKAGE,
    bump: {
      description:
        "What the package's releases follow: `all` that it ships (types, validators, JSON Schema, OpenAPI, what is on the wire), or its `types` alone, for those who mirror the API of a vendor.",
      enum: ["all", "types"],
      default: "all",
    },
    deprecation: { ...DEPRECATION, description: `${DEPRECATION.description} Goes before the one for all.` },
    from: FOLLOW,
  },
};

const GUIDES = {
  type: "object",
  description: "Texts in Markdown that are pages of the site, under `/guides/`.",
  required: ["folder"],
  additionalProperties: false,
  properties: {
    folder: { ...path, description: "The folder that they are in, with the folders below it." },
    groups: {
      type: "array",
      description: "Their headings and order. What no group names follows at the end.",
      items: {
        type: "object",
        description: "Guides under one heading, in their order.",
        required: ["title", "pages"],
        additionalProperties: false,
        properties: {
          title: { ...name, description: "The heading." },
          pages: {
            type: "array",
            description: "Files' paths in the folder, such as `quick-start.md`.",
            items: path,
          },
        },
      },
    },
    sourceUrl: {
      ...name,
      description:
        "Where files that are no guides can be read: an address with `{path}` in it. Without it, links to them are reported.",
      examples: ["https://github.com/example/api/blob/main/{path}"],
    },
    commands: {
      ...name,
      description: "The heading under which each command of shapelog has a page. Without it there are none.",
      examples: ["Commands"],
    },
  },
};

const SITE = {
  type: "object",
  description: "The site of all services, which `shapelog site` makes. Its options go before it.",
  required: [],
  additionalProperties: false,
  properties: {
    title: { ...name, description: "The site's name.", default: "API documentation" },
    baseUrl: {
      ...name,
      description:
        "The absolute address that the site will have, for feeds, the sitemap and canonical links.",
      examples: ["https://docs.example.com/"],
    },
    folder: { ...path, description: "The folder that it is written to: one for it alone.", default: "site" },
    versionUrl: {
      ...name,
      description: "Where a version that a revision names can be read: an address with `{version}` in it.",
      examples: ["https://github.com/example/api/releases/tag/v{version}"],
    },
    commitUrl: {
      ...name,
      description: "Where a commit that a revision names can be read: an address with `{commit}` in it.",
      examples: ["https://github.com/example/api/commit/{commit}"],
    },
    twins: {
      enum: ["beside", "packed"],
      description:
        "How pages are given to machines: as Markdown and JSON `beside` each page, or `packed` as JSON lines. Default: `beside`, and `packed` for a history of more than 20 services.",
    },
    redirects: {
      ...path,
      description:
        "A JSON file of addresses of a site before this one, each with the service and the day that it was about.",
      examples: ["redirects.json"],
    },
    guides: GUIDES,
  },
};

/** The JSON Schema (2020-12) of `shapelog.config.json`. Editors get it with the one of a policy in its place. */
export const CONFIG_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://shapelog.dev/schema/config-1.json",
  title: "Shapelog configuration",
  description: "What `shapelog.config.json` says. Paths start at the folder that it stands in.",
  type: "object",
  required: ["services"],
  additionalProperties: false,
  properties: {
    $schema: {
      ...path,
      description: "Where editors find this schema. Not read by the command.",
      examples: ["./node_modules/@shapelog/cli/schema/config-1.json"],
    },
    services: {
      type: "object",
      description: "The services to record, build and check, by name.",
      propertyNames: { pattern: "^[a-z0-9][a-z0-9-]*$" },
      additionalProperties: SERVICE,
    },
    changesets: {
      ...path,
      description: "The folder of pending changesets, where `shapelog record` writes one for each edit.",
      default: ".changeset",
    },
    policy: {
      description:
        "What `shapelog diff` makes of findings: `default`, `strict`, `smithy`, the path of a file with a policy, or the policy itself. `--policy` goes before it. `shapelog check` warns of its entries that match no change.",
      default: "default",
      anyOf: [name, { type: "object" }],
    },
    deprecation: DEPRECATION,
    consumers: {
      type: "array",
      description:
        "The programs that use the packages, each a `tsconfig.json` or a folder, for `shapelog check --impact`, `impact` and `record`. Without it they are found: every `package.json` that depends on a package and has a `tsconfig.json` beside it.",
      items: path,
    },
    site: SITE,
  },
} as const;
