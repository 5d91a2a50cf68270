/** The options of `shapelog impact`. */
export interface ImpactOptions {
  /** The service of the configuration that is meant, where not both inputs are given. */
  readonly service?: string;
  /** The programs: each a `tsconfig.json` or a folder. Default: those below that depend on the service's packages. */
  readonly consumer?: readonly string[];
  /** The packages of the API, where their names do not say so. Default: the configuration's, and the client of AWS's SDK. */
  readonly package?: readonly string[];
  readonly format: "text" | "json" | "markdown" | "sarif" | "github";
  /** The side that the programs are written for. Default: the one that the installed package is nearer to. */
  readonly writtenFor: "auto" | "before" | "after";
  readonly color: "auto" | "always" | "never";
}
