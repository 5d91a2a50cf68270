/** Returns the words of a camel-case name: `BamID2HTTP` has `Bam`, `ID2` and `HTTP`. */
export function splitCamelCase(name: string): readonly string[] {
  return name.split(/(?<!^|[A-Z])(?=[A-Z])|(?<!^)(?=[A-Z][a-z])/);
}

/** Returns the words and numbers of a name in lower case: `BamID2_http` has `bam`, `id`, `2` and `http`. */
export function splitWords(name: string): readonly string[] {
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[\p{Lt}\p{Lm}\p{Lo}]+|\p{Nd}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}
