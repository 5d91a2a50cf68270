/** A point in the record of a service. */
export type UpgradePoint =
  /** A release of the vendor's whose models the record has. */
  | { readonly kind: "release"; readonly version: string }
  /** A release of the package that is generated from the record. */
  | { readonly kind: "package"; readonly version: string }
  /** A day; `version` is what was released on it. */
  | { readonly kind: "day"; readonly date: string; readonly version?: string };

/** A dependency that goes from one version to another, and the services of the record that it brings. */
export interface UpgradeRequest {
  /** The package, or the service, as people know it. */
  readonly name: string;
  readonly services: readonly string[];
  readonly from: UpgradePoint;
  readonly to: UpgradePoint;
  /** How its versions lead to states of the models, in sentences of plain text. */
  readonly how: readonly string[];
}

/** What is to be compared. */
export interface UpgradePlan {
  readonly requests: readonly UpgradeRequest[];
  /** What else the lock file says, in sentences of plain text. */
  readonly notes: readonly string[];
}

/** Returns a point as readers know it: a version, else a day. */
export function showPoint(point: UpgradePoint): string {
  return point.version ?? ("date" in point ? point.date : "");
}
