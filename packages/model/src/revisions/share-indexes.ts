import { shareServices } from "../lookup.js";
import { shareAncestors } from "../positions.js";
import { shareMixed } from "../resolve-mixins.js";
import type { Model, ShapeId } from "../shape.js";

/**
 * Makes what was found out about all of `before` known of `after`, which may differ from it in the shapes `changed`
 * alone: its services, whether it has mixins, and who points at whom. What is not known stays unknown. For walks along
 * revisions.
 */
export function shareIndexes(before: Model, after: Model, changed: ReadonlySet<ShapeId>): void {
  shareServices(before, after, changed);
  shareMixed(before, after, changed);
  shareAncestors(before, after, changed);
}
