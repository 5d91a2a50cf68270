/** Returns the words that a name is made of, by its casing: `ListAWSEvents2` has `List`, `AWS`, `Events` and `2`. */
export function splitName(name: string): readonly string[] {
  return name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\p{N}+/gu) ?? [];
}
