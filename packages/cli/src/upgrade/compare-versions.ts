const VERSION = /^v?(\d+(?:\.\d+){0,5})(?:[-.]?((?:[a-z]|-)[0-9a-z.-]*))?(?:\+[0-9a-z.-]*)?$/i;

/** Returns whether a text is a version: numbers with dots between them, and what comes before a release. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** Orders versions by their numbers; one that comes before a release stands before it. `1.2` is `1.2.0`. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [splitVersion(a), splitVersion(b)];
  const length = Math.max(first.numbers.length, second.numbers.length);
  for (let index = 0; index < length; index++) {
    const difference = (first.numbers[index] ?? 0) - (second.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (first.early === second.early) return 0;
  if (first.early === "") return 1;
  if (second.early === "") return -1;
  return first.early < second.early ? -1 : 1;
}

function splitVersion(text: string): { readonly numbers: readonly number[]; readonly early: string } {
  const [, numbers = "", early = ""] = VERSION.exec(text) ?? [];
  return { numbers: numbers.split(".").map(Number), early };
}
