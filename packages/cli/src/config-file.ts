/** One service in `shapelog.config.json`. Paths are relative to the configuration's folder. */
export interface ServiceConfig {
  /** The model's file or folder. */
  readonly model: string;
  /** The folder of the ledger's revisions. */
  readonly ledger: string;
  /** Default: none is made, and nothing tells its users of changes. */
  readonly package?: PackageConfig;
  /** What the package's releases follow. Default: `all`. */
  readonly bump?: "all" | "types";
  /** How long what is removed has to be deprecated before. Default: what the configuration says for all. */
  readonly deprecation?: DeprecationConfig;
  /** The vendor's model that this one follows. Default: none, or the one that is named with `--from`. */
  readonly from?: FollowConfig;
}

/** How long what is removed has to be `@deprecated` before; of several lengths the longest decides. */
export interface DeprecationConfig {
  readonly removeAfter: {
    /** Whole days between the two, by the ledger's dates. */
    readonly days?: number;
    /** Released versions of the package that have it as deprecated. */
    readonly releases?: number;
    /** Major versions of the package of which a release has it as deprecated. */
    readonly majors?: number;
  };
  /** The day, `YYYY-MM-DD`, from which on removals are held to it. Default: from the beginning. */
  readonly from?: string;
}

/** A vendor's model, and what is taken of it. */
export interface FollowConfig {
  /** A file or folder, or an input of git or npm. */
  readonly input: string;
  /** Default: those that the model has; a list adds to these. */
  readonly operations?: "all" | readonly string[];
  /** Whether to take its documentation where there is none of ours. Default: false. */
  readonly docs?: boolean;
  /** Whether the ledger quotes the vendor's notes; else it says where they stand. Default: true. */
  readonly quote?: boolean;
}

/** The package generated for a service. */
export interface PackageConfig {
  /** The npm name. */
  readonly name: string;
  readonly folder: string;
  /** Default: made from the service's title. */
  readonly description?: string;
  /** Default: `sdk` for a service of AWS, else `strict`. */
  readonly profile?: "sdk" | "strict";
  /** Default: what the nearest `package.json` above says. */
  readonly license?: string;
  /** Default: what the nearest `package.json` above says, else what the package's own says. */
  readonly author?: string;
  /** Default: what the nearest `package.json` above says. A text is the address; the folder in it is worked out. */
  readonly repository?: string | RepositoryConfig;
  /** Default: what the nearest `package.json` above says. */
  readonly publishConfig?: PublishConfig;
  /** Default: false. */
  readonly private?: boolean;
  /** The file that its `tsconfig` files extend. Default: none. */
  readonly tsconfig?: string;
  /** Default: `bundle`. */
  readonly schemas?: "bundle" | "files";
}

/** Where a package's source is. */
export interface RepositoryConfig {
  /** An address that git takes, or npm's short form of one. */
  readonly url: string;
  /** The package's folder in it. Default: worked out. */
  readonly directory?: string;
}

/** How npm publishes a package. */
export interface PublishConfig {
  readonly access?: "public" | "restricted";
  readonly provenance?: boolean;
  readonly registry?: string;
  readonly tag?: string;
}

/** The site of all services. */
export interface SiteConfig {
  /** The site's name. Default: `API documentation`. */
  readonly title?: string;
  /** The absolute address the site will have. */
  readonly baseUrl?: string;
  /** The folder it is written to. Default: `site`. */
  readonly folder?: string;
  /** Where versions of models' sources can be read: an address with `{version}` in it. */
  readonly versionUrl?: string;
  /** Where commits of models' sources can be read: an address with `{commit}` in it. */
  readonly commitUrl?: string;
  /** How pages are given to machines. Default: `beside`. */
  readonly twins?: "beside" | "packed";
  /** A file of addresses of a site before this one. */
  readonly redirects?: string;
  /** The team's own texts as pages. Default: none. */
  readonly guides?: GuidesConfig;
}

/** Texts in Markdown that are pages of the site. */
export interface GuidesConfig {
  /** The folder that they are in. */
  readonly folder: string;
  /** Their headings and order. Default: one group, by the files' names. */
  readonly groups?: readonly GuideGroupConfig[];
  /** Where files that are no guides can be read: an address with `{path}` in it. Default: links to them are reported. */
  readonly sourceUrl?: string;
  /** The heading under which each command of shapelog has a page. Default: they have none. */
  readonly commands?: string;
}

/** Guides under one heading. */
export interface GuideGroupConfig {
  readonly title: string;
  /** Files' paths in the folder. */
  readonly pages: readonly string[];
}

/** `shapelog.config.json` with its defaults filled in. */
export interface Config {
  /** The absolute path of the folder it stands in; every other path starts there. */
  readonly root: string;
  readonly file: string;
  /** By the service's name, which is also its ledger's. */
  readonly services: ReadonlyMap<string, ServiceConfig>;
  /** The folder of pending changesets. Default: `.changeset`. */
  readonly changesets: string;
  /** The policy of `diff`: a built-in one's name, a file's path, or a policy itself. Default: `default`. */
  readonly policy?: string | object;
  readonly site: SiteConfig;
  /** How long what is removed has to be deprecated before, where a service does not say. Default: not asked. */
  readonly deprecation?: DeprecationConfig;
  /** The programs that use the packages, each a `tsconfig.json` or a folder. Default: they are looked for. */
  readonly consumers?: readonly string[];
}

export const CONFIG_FILE = "shapelog.config.json";
