import type { FollowConfig } from "../config-file.js";

/** Where a service's model comes from. */
export type ModelOrigin =
  /** A small one is written, to be edited. */
  | { readonly kind: "new" }
  /** A file or folder that is there stays where it is. */
  | { readonly kind: "path"; readonly path: string }
  /** A vendor's is copied. */
  | { readonly kind: "vendor"; readonly source: string; readonly operations?: readonly string[] };

/** A service that is to be set up. */
export interface NewService {
  readonly name: string;
  readonly origin: ModelOrigin;
  /** Its model, from the configuration's folder. */
  readonly model: string;
  /** What the configuration says of where it came from. */
  readonly from?: FollowConfig;
  /** Absent where only diff and ledger are wanted. */
  readonly package?: { readonly name: string; readonly folder: string; readonly access?: Access };
}

/** Who may install a package. */
export type Access = "public" | "restricted";

export const ACCESS: readonly Access[] = ["public", "restricted"];

export type PackageManager = "npm" | "pnpm" | "yarn";

export const PACKAGE_MANAGERS: readonly PackageManager[] = ["npm", "pnpm", "yarn"];

/** What `shapelog init` is asked to do. What is absent is asked for where there is a person, else worked out. */
export interface InitOptions {
  readonly service?: string;
  /** The path of a model that is there. */
  readonly model?: string;
  /** The model of a vendor, as an input. */
  readonly from?: string;
  readonly operations?: readonly string[];
  /** The package's name; `false` for none. */
  readonly package?: string | false;
  readonly folder?: string;
  readonly access?: Access;
  readonly packageManager?: PackageManager;
  /** Whether a job for GitHub Actions is written. */
  readonly ci?: boolean;
  /** Whether a hook for commits is written. */
  readonly hook?: boolean;
  /** Whether nothing is asked. Default: false. */
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}
