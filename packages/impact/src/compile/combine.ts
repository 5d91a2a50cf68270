import type { Finding } from "@shapelog/diff";
import { shapeName } from "@shapelog/model";
import { compilerWords, movedWords } from "../join/words.js";
import type { CompilerError, Place } from "../place.js";
import { sortPlaces } from "../sort-places.js";
import type { CodePlace, Use } from "../use.js";
import type { Side } from "./choose-side.js";

export interface CombineOptions {
  /** What uses and findings say, before a compiler was asked. */
  readonly predicted: readonly Place[];
  /** What the compiler says against the other side alone. */
  readonly errors: readonly CompilerError[];
  readonly uses: readonly Use[];
  readonly findings: readonly Finding[];
  /** The side that the consumer is written for. */
  readonly writtenFor: Side;
  /** Returns the stretch of a file in which the compiler complains of what a use is about. */
  readonly rangeOf: (use: Use) => CodePlace;
}

/** Returns places as the compiler has them: what breaks is what it refuses; what it lets pass is dead or silent. */
export function combine(options: CombineOptions): Place[] {
  const { predicted, errors, writtenFor } = options;
  const claimed = new Set<Place>();
  const broken = mergeByPlace(
    errors.map((error) => {
      const claims = predicted.filter((place) => place.use && holds(options.rangeOf(place.use), error.at));
      for (const place of claims) if (place.effect === "breaks") claimed.add(place);
      return writtenFor === "before" ? toBroken(error, claims, options) : toMoved(error, options);
    }),
  );
  const lines = new Set(broken.map(({ at }) => `${at.file} ${at.line}`));
  const rest = predicted.flatMap((place) => {
    if (claimed.has(place) || lines.has(`${place.at.file} ${place.at.line}`)) return [];
    if (place.effect !== "breaks" || !place.use?.checked) return [place];
    return writtenFor === "before" ? withoutCompiler(place) : [];
  });
  return sortPlaces([...broken, ...rest]);
}

/** The compiler says several things of one line where one thing is wrong. */
function mergeByPlace(places: readonly Place[]): Place[] {
  const merged = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.at.file} ${place.at.start} ${place.finding?.id ?? ""}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, errors: [...(known.errors ?? []), ...(place.errors ?? [])] } : place);
  }
  return [...merged.values()];
}

function holds(range: CodePlace, at: CodePlace): boolean {
  return range.file === at.file && range.start < at.end && at.start < range.end;
}

function toBroken(error: CompilerError, claims: readonly Place[], options: CombineOptions): Place {
  const size = ({ at }: Place) => at.end - at.start;
  const [best] = claims.toSorted(
    (a, b) => Number(b.effect === "breaks") - Number(a.effect === "breaks") || size(a) - size(b),
  );
  if (best) return { ...best, effect: "breaks", at: error.at, errors: [error] };
  const about = findAbout(error, options);
  return { effect: "breaks", at: error.at, ...about, ...compilerWords(error.message), errors: [error] };
}

/** The consumer has moved on already, and its line is refused by the side that it left. */
function toMoved(error: CompilerError, options: CombineOptions): Place {
  const about = findAbout(error, options);
  return {
    effect: "breaks",
    at: error.at,
    against: "before",
    ...about,
    ...movedWords(error.message),
    errors: [error],
  };
}

/** Returns the finding, and the use, that an error is about: by what is used there, else by the names that it says. */
function findAbout(
  { at, message }: CompilerError,
  { uses, findings, rangeOf }: CombineOptions,
): Pick<Place, "use" | "finding"> {
  for (const use of uses) {
    if (!holds(rangeOf(use), at)) continue;
    const finding = findings.find((each) => isAbout(each, use));
    if (finding) return { use, finding };
  }
  const finding = findings.find((each) =>
    namesOf(each).some((name) => new RegExp(`\\b${name}\\b`).test(message)),
  );
  return finding ? { finding } : {};
}

function isAbout(finding: Finding, use: Use): boolean {
  if (!("shape" in use) || use.shape === undefined) return false;
  return finding.changes.some((change) => {
    if (!("shape" in change) || shapeName(change.shape) !== use.shape) return false;
    const member = "member" in use ? use.member : undefined;
    return member === undefined || !("member" in change) || change.member === member;
  });
}

function namesOf({ changes }: Finding): string[] {
  return changes.flatMap((change) => {
    const names = "shape" in change ? [shapeName(change.shape)] : [];
    if ("member" in change && change.member !== undefined) names.push(change.member);
    return names.filter((name) => /^\w+$/.test(name));
  });
}

/** What the compiler was thought to refuse, and lets pass: a type that takes any text besides, or one that nobody asks. */
function withoutCompiler(place: Place): Place[] {
  const { use } = place;
  if (use?.kind === "catch" && use.form !== "name") return []; // its import is refused
  switch (use?.kind) {
    case "value":
    case "read":
    case "catch":
      return [
        {
          ...place,
          effect: "dead",
          message: place.message.replace(/, and the compiler refuses it here\.$/, "."),
        },
      ];
    case "cover":
    case "build":
    case "write":
      return [{ ...place, effect: "silent" }];
    default:
      return [];
  }
}
