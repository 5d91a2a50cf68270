import { parseId } from "./parse-id.js";
import { reportVersion } from "./parse-members.js";
import { NO_COMMENTS, type Parsing, withComments } from "./parsing.js";
import type { Comment, Comments, IdNode, TraitNode } from "./syntax.js";

/** What may stand between a shape's name and its body. */
export interface ShapeClauses {
  readonly forResource: IdNode | undefined;
  readonly mixins: readonly IdNode[];
}

const NO_MIXINS: readonly IdNode[] = [];

/** Parses `for Resource` and `with [Mixin]`. Only after `:=` the first of them may begin a line. */
export function parseClauses(parsing: Parsing, isInline = false): ShapeClauses {
  const { tokens } = parsing;
  if (parsing.isLost) return { forResource: undefined, mixins: NO_MIXINS };
  let forResource: IdNode | undefined;
  const hasResource = tokens.isWord("for") && (isInline || !tokens.isFirstOnLine);
  if (hasResource) {
    if (parsing.version === "1.0") reportVersion(parsing, "Shapes bound to resources", tokens.start);
    tokens.next();
    if (parsing.expectSpace("a shape id")) forResource = parseId(parsing);
  }
  return { forResource, mixins: parseMixins(parsing, isInline && !hasResource) };
}

/** Parses `with [Mixin, ...]`, if it is there. */
export function parseMixins(parsing: Parsing, mayBeginLine = false): readonly IdNode[] {
  const { tokens } = parsing;
  if (parsing.isLost || !tokens.isWord("with")) return NO_MIXINS;
  if (tokens.isFirstOnLine && !mayBeginLine) return NO_MIXINS;
  if (parsing.version === "1.0") reportVersion(parsing, "Mixins", tokens.start);
  tokens.next();
  parsing.expect("[");
  const mixins: IdNode[] = [];
  do {
    const id = parseId(parsing, "any", parsing.takeStrayComments());
    if (id !== undefined) mixins.push(id);
  } while (!parsing.isLost && tokens.kind !== "]");
  const last = mixins.pop();
  if (last === undefined) return NO_MIXINS;
  mixins.push(withComments(last, { ...last.comments, after: parsing.takeStrayComments() }));
  parsing.expect("]");
  return mixins;
}

/** Returns traits and the comments before them with stray comments at their end. */
export function placeStray(
  traits: readonly TraitNode[],
  before: readonly Comment[],
  stray: readonly Comment[],
): { readonly traits: readonly TraitNode[] } & Pick<Comments, "before"> {
  if (stray.length === 0) return { traits, before };
  const last = traits.at(-1);
  if (last === undefined) return { traits, before: [...before, ...stray] };
  const after = [...(last.comments?.after ?? NO_COMMENTS), ...stray];
  return { traits: [...traits.slice(0, -1), withComments(last, { ...last.comments, after })], before };
}
