import type { Severity } from "@shapelog/diagnostics";
import { isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { appliedTraits } from "../../knowledge/applied-traits.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

const SEVERITIES: Readonly<Record<string, Severity>> = {
  NOTE: "note",
  WARNING: "warning",
  DANGER: "danger",
  ERROR: "error",
};
const TRAIT = "smithy.api#traitValidators";

interface WrongKey {
  readonly trait: ShapeId;
  readonly key: string;
}

interface Misfit {
  readonly trait: ShapeId;
  readonly applied: ShapeId;
  readonly shape: ShapeId;
  readonly message: string | undefined;
}

/** What a trait's own validators find where it is applied (Smithy 2.0, "traitValidators trait"). */
export const traitValidators = defineRule({
  name: "TraitValidators",
  events: {
    TraitValidators: {
      severity: "error",
      message: (d: WrongKey | Misfit) => ("key" in d ? describeKey(d) : describeMisfit(d)),
    },
  },
  *validate(context, event) {
    for (const { id, value } of context.withTrait("traitValidators")) {
      const wrong = Object.keys(isNodeObject(value) ? value : {}).filter((key) => !isEventId(key));
      for (const key of wrong)
        yield event("TraitValidators", { shape: id, trait: TRAIT }, { trait: id, key });
    }
    for (const { trait, definition } of appliedTraits(context)) {
      const entries = readValidators(definition.traits[TRAIT]);
      for (const { id: applied } of entries.length === 0 ? [] : context.withTrait(trait)) {
        for (const { key, selector, severity, message } of entries) {
          for (const shape of context.selecting.selectFrom(selector, [applied]) ?? []) {
            const draft = event("TraitValidators", { shape, severity }, { trait, applied, shape, message });
            yield { ...draft, id: key };
          }
        }
      }
    }
  },
});

function describeKey({ trait, key }: WrongKey): string {
  return `@traitValidators of ${trait} has the key "${key}", which cannot be the id of an event.`;
}

function describeMisfit({ trait, applied, shape, message }: Misfit): string {
  return `${shape} does not fit ${traitName(trait)} of ${applied}${message === undefined ? "." : `: ${message}`}`;
}

function isEventId(key: string): boolean {
  return /^(?:[A-Za-z]|_+[A-Za-z0-9])\w*(?:\.(?:[A-Za-z]|_+[A-Za-z0-9])\w*)*$/.test(key);
}

interface TraitValidator {
  readonly key: string;
  readonly selector: string;
  readonly severity: Severity;
  readonly message: string | undefined;
}

/** One wrong key spoils all entries of its trait. */
function readValidators(value: NodeValue | undefined): readonly TraitValidator[] {
  const entries = Object.entries(isNodeObject(value) ? value : {});
  if (!entries.every(([key]) => isEventId(key))) return [];
  return entries.flatMap(([key, entry]) => {
    if (!isNodeObject(entry) || typeof entry.selector !== "string") return [];
    const { selector, severity, message } = entry;
    const known = typeof severity === "string" && Object.hasOwn(SEVERITIES, severity) && SEVERITIES[severity];
    return [
      {
        key,
        selector,
        severity: known || "error",
        message: typeof message === "string" ? message : undefined,
      },
    ];
  });
}
