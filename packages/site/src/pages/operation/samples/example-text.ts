import {
  type Bounds,
  compareNumbers,
  hasTrait,
  lengthBounds,
  type Member,
  nearestDouble,
  type SimpleShape,
  stringTrait,
  type Traited,
} from "@shapelog/model";
import { findText } from "@shapelog/patterns";

/** Words by what a member's name ends with, the first that fits. */
const WORDS: readonly (readonly [name: RegExp, text: string])[] = [
  [/accountid$/i, "111122223333"],
  [/e-?mail(?:address)?$/i, "jane@example.com"],
  [/(?:ur[li]|endpoint|link)$/i, "https://example.com/"],
  [/(?:host|domain)(?:name)?$/i, "example.com"],
  [/cidr(?:block|ip)?$/i, "192.0.2.0/24"],
  [/ip(?:address|v4)?$/i, "192.0.2.1"],
  [/region(?:name)?$/i, "us-east-1"],
  [/user(?:name)?$/i, "jane"],
  [/country(?:code)?$/i, "NL"],
  [/city$/i, "Utrecht"],
  [/timezone$/i, "Europe/Amsterdam"],
  [/(?:^|[a-z])date$/i, "2026-05-01"],
  [/version(?:id)?$/i, "1"],
  [/id$/i, "example-1"],
];

/** Other forms that names and ids often have to have, tried where there is a pattern. */
const FORMS: readonly string[] = [
  "example",
  "example-1",
  "Example",
  "example1",
  "us-east-1_EXAMPLE",
  "us-east-1",
  "11111111-2222-4333-8444-555555555555",
  "111122223333",
  "https://example.com/",
  "192.0.2.1",
  "1",
];

const UUID = "11111111-2222-4333-8444-555555555555";
/** Longer texts are not made, whatever the least length is. */
const LONGEST = 1000;

/** A string that an example needs: the shape, and the member or name that it stands at. */
export interface TextPlace {
  readonly shape: SimpleShape;
  readonly member: Member | undefined;
  readonly name: string;
  /** Which one of a list it is; no two of them are the same where the pattern allows it. */
  readonly index: number;
  /** What the service is called in the names of its resources. */
  readonly namespace: string;
}

const KNOWN = new WeakMap<SimpleShape, Map<string, string>>();

/** Returns a text that a string's length and pattern allow, as its name would have one expect; the best guess where none is found. */
export function exampleText(place: TextPlace): string {
  const { shape, member, name, index } = place;
  const ofShape = KNOWN.get(shape) ?? new Map<string, string>();
  KNOWN.set(shape, ofShape);
  const key = JSON.stringify([name, index, member ? member.traits : null]);
  const text = ofShape.get(key) ?? makeText(place);
  ofShape.set(key, text);
  return text;
}

function makeText({ shape, member, name, index, namespace }: TextPlace): string {
  const places: readonly Traited[] = member ? [member, shape] : [shape];
  const first = <T>(read: (of: Traited) => T | undefined) =>
    places.reduce<T | undefined>((found, of) => found ?? read(of), undefined);
  if (first((of) => stringTrait(of, "mediaType"))?.endsWith("json")) return "{}";
  const { min, max } = readLength(
    first((of) => (hasTrait(of, "length") ? lengthBounds(of) : undefined)) ?? {},
  );
  const arn = `arn:aws:${namespace}:us-east-1:111122223333:resource/example`;
  const word = hasTrait(member ?? shape, "idempotencyToken")
    ? UUID
    : /arn$/i.test(name)
      ? arn
      : (WORDS.find(([ending]) => ending.test(name))?.[1] ?? "example");
  const numbered = index === 0 ? word : `${word}-${index + 1}`;
  const wanted = fit(numbered, min, max);
  const pattern = first((of) => stringTrait(of, "pattern"));
  if (pattern === undefined) return wanted;
  const forms = [...FORMS, arn].flatMap((form) => [form, fit(form, min, max)]);
  return findText(pattern, { min, max, wanted: [wanted, word, ...forms] }) ?? wanted;
}

function readLength({ min = 0, max }: Bounds): { readonly min: number; readonly max: number } {
  const least = compareNumbers(min, LONGEST) > 0 ? LONGEST : nearestDouble(min);
  return { min: least, max: max === undefined ? Number.POSITIVE_INFINITY : nearestDouble(max) };
}

/** Returns a text of a length that is allowed. */
function fit(text: string, min: number, max: number): string {
  const long = text.length < min ? text.padEnd(min, "-example") : text;
  return long.slice(0, Math.max(0, Math.min(max, LONGEST)));
}
