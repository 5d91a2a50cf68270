/** A run of text in a documentation text. Code holds text alone. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "em" | "strong"; readonly content: readonly Inline[] }
  /** `href` is an absolute http or https address. */
  | { readonly kind: "link"; readonly href: string; readonly content: readonly Inline[] };

/** A block of a documentation text. */
export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "pre"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "bullets" | "numbers"; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "note"; readonly label: string; readonly blocks: readonly Block[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "terms"; readonly rows: readonly TermRow[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Block[])[])[] };

/** A term or a description of it. */
export interface TermRow {
  readonly kind: "term" | "description";
  readonly blocks: readonly Block[];
}

/**
 * A documentation text, read into the few things that may be shown. Whatever the text holds, only these come out of
 * it, so every output that prints them by kind and escapes their text is inert.
 */
export interface Doc {
  readonly kind: "doc";
  readonly blocks: readonly Block[];
}
