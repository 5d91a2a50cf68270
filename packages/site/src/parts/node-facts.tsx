import type { VNode } from "preact";
import { visibleName } from "../names/visible-name.js";
import type { Constraint } from "../tree/constraints.js";

/** Shows what is asked of values. */
export function ConstraintList({ constraints }: { constraints: readonly Constraint[] }): VNode | null {
  if (constraints.length === 0) return null;
  return (
    <ul class="constraints" aria-label="Constraints">
      {constraints.map(({ label, code }) => (
        <li>
          {label}
          {code === undefined ? null : <> </>}
          {code === undefined ? null : <code>{code}</code>}
        </li>
      ))}
    </ul>
  );
}

/** Shows that something is to be left, and why. */
export function Deprecation({ message, since }: { message?: string; since?: string }): VNode {
  return (
    <p class="deprecation">
      Deprecated{since === undefined ? "" : ` since ${visibleName(since)}`}
      {message === undefined ? "." : `: ${visibleName(message)}`}
    </p>
  );
}
