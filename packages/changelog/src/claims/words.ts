const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What a sentence can say of a name. */
export type ClaimKind = "added" | "removed" | "renamed" | "deprecated" | "kept" | "required" | "optional";

/** Verbs by what they say, in the forms in which they tell of something that happened. */
const VERBS: Readonly<Record<Verb["kind"], string>> = {
  added: "add adds added adding introduce introduces introduced introducing gain gains gained gaining",
  removed:
    "remove removes removed removing drop drops dropped dropping lose loses lost losing deleted discontinued",
  renamed: "rename renames renamed renaming",
  deprecated: "deprecate deprecates deprecated deprecating",
  kept: "keep keeps kept retain retains retained",
  replaced: "replace replaces replaced replacing",
};

export interface Verb {
  readonly kind: Exclude<ClaimKind, "required" | "optional"> | "replaced";
  /** `plain` also gives orders and follows `to`; a participle also stands behind what it is about. */
  readonly form: "plain" | "third" | "past" | "gerund";
}

export const VERB_FORMS: ReadonlyMap<string, Verb> = new Map(
  (Object.entries(VERBS) as [Verb["kind"], string][]).flatMap(([kind, forms]) =>
    forms.split(" ").map((text): [string, Verb] => [text, { kind, form: formOf(text) }]),
  ),
);

function formOf(text: string): Verb["form"] {
  if (text.endsWith("ing")) return "gerund";
  if (/(?:ed|lost|kept)$/.test(text)) return "past";
  return text.endsWith("s") ? "third" : "plain";
}

/** What a thing of an API can be. */
export type NameKind = "operation" | "type" | "error" | "member" | "value";

const API = "api apis operation operations action actions method methods call calls";
const TYPE =
  "type types shape shapes struct structure structures object objects union unions class classes data enum enums enumeration model";
const ERROR = "exception exceptions error errors fault faults type types code codes class classes";
const MEMBER = `field fields param params parameter parameters member members attribute attributes property properties argument
  arguments element elements header headers input inputs output outputs option options object objects structure structures list
  lists map maps array arrays key keys string strings name names data token tokens flag flags`;
const VALUE = `enum enums value values variant variants option options status statuses state states event events code codes type
  types string strings name names reason reasons`;

/** What things are called: by these words it is plain which of several things of a name is meant. */
export const KIND_WORDS: Readonly<Record<NameKind, ReadonlySet<string>>> = {
  operation: setOf(API),
  type: setOf(TYPE),
  error: setOf(ERROR),
  member: setOf(MEMBER),
  value: setOf(VALUE),
};

/** What things of an API are called; they stand before a name or behind it. */
export const THINGS: ReadonlySet<string> = new Set([
  ...Object.values(KIND_WORDS).flatMap((words) => [...words]),
  ...setOf("request requests response responses resource resources"),
]);

/** What may stand between a verb and the name that it is about. */
export const FILLING = setOf(
  `the a an new newly another both all following optional required deprecated incorrect unused obsolete legacy old invalid
  own its their your our some several two three four five six seven eight nine ten one model public top-level nested read-only`,
);

/** Of several things with one name, the name is that of what they belong to. */
export const COUNTING = setOf("two three four five six seven eight nine ten several some more other");

export const JOINING = setOf(", and or & / + plus");
export const PREPOSITIONS = setOf("to from in on of for within at into under inside across");
export const BEING = setOf("is are was were been being gets got isn't aren't wasn't weren't");
export const HAVING = setOf("has have had having");
export const ADVERBS = setOf(
  "now also newly recently just already therefore both been no longer completely fully only",
);

/** What may follow the last name of a list without being what the list is really about. */
export const FOLLOWING = setOf(
  `and or but which that who so when where while if because as by with without through via using until since per is are was
  were has have had been will can may must to from in on of for within at into under inside across after before during this
  these it they instead only now also too respectively not no be being gets got`,
);

/** Before a verb: it tells of what may happen, of what somebody can do, or of another time. */
export const DOUBTING = setOf(
  `to not never no cannot can could may might will would shall should must can't won't don't doesn't didn't isn't aren't
  wasn't weren't hasn't haven't if unless plan plans planned planning soon previously formerly earlier allow allows allowing enable enables
  enabling let lets able ability helps help support supports want wants be please upcoming future intend intends neither nor
  once until before would-be already ago`,
);

/** Of what is no longer had: `X no longer returns Y`. */
export const GIVING = setOf(
  `has have return returns include includes accept accepts contain contains support supports expose exposes list lists offer
  offers take takes give gives carry carries`,
);
/** Of what is no longer there: `X is no longer returned`. */
export const GIVEN = setOf("returned listed exposed present included there part");
