import type { FoundLook } from "../events/looks.js";
import { shortenText } from "../events/visible-text.js";
import { ValueIcon } from "./value-icon.js";

/** A value with its icon and colour; one that the model does not know looks neutral and says so. */
export function ValueBadge({ look, plain = false }: { readonly look: FoundLook; readonly plain?: boolean }) {
  return (
    <span
      className={`badge tone-${look.color}${plain ? " plain" : ""}`}
      title={look.known ? undefined : UNKNOWN}
    >
      <ValueIcon name={look.icon} />
      <bdi className="badge-label">{shortenText(look.label, 60)}</bdi>
      {look.known ? null : <span className="visually-hidden"> ({UNKNOWN})</span>}
    </span>
  );
}

const UNKNOWN = "not in the model";

/** What stands where an event says nothing. */
export function NotSaid({ what = "not said" }: { readonly what?: string }) {
  return (
    <span className="not-said">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{what}</span>
    </span>
  );
}
