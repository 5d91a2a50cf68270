import type { PolicyFinding } from "../policy/policy.js";

/** So much of a reason is shown; data formats have all of it. */
const SHOWN = 1000;

/** Returns who accepted a finding, when and why, or nothing where nobody did: "Accepted by Ada on 2026-03-01: reason". */
function acceptedWords({ accepted }: Pick<PolicyFinding, "accepted">): string | undefined {
  return accepted && `Accepted${whoAndWhen(accepted)}: ${shorten(accepted.because)}`;
}

/**
 * Returns who accepted the findings of one entry, when and why, as plain text: "Accepted by Ada on 2026-03-01: reason";
 * with the rule, where it is not of all.
 *
 * @internal
 */
export function acceptedNotes(
  findings: readonly Pick<PolicyFinding, "rule" | "accepted">[],
): readonly string[] {
  const notes = findings.map(acceptedWords);
  const isOfAll = notes.every((note) => note === notes[0]);
  const told = findings.flatMap(({ rule, accepted }, index) => {
    const note = notes[index];
    if (!accepted || note === undefined) return [];
    return isOfAll ? [note] : [`Accepted${whoAndWhen(accepted)} (${rule}): ${shorten(accepted.because)}`];
  });
  return [...new Set(told)];
}

function whoAndWhen({ by, date }: NonNullable<PolicyFinding["accepted"]>): string {
  return `${by ? ` by ${by}` : ""}${date ? ` on ${date}` : ""}`;
}

function shorten(text: string): string {
  const characters = text.trim().slice(0, SHOWN * 2);
  const shown = [...characters].slice(0, SHOWN).join("");
  return shown.length < text.trim().length ? `${shown} …` : shown;
}
