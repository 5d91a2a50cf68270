/** Returns whether text matches a pattern in which `*` stands for any text. Takes time in step with both lengths' product. */
export function matchGlob(pattern: string, text: string): boolean {
  let [inPattern, inText] = [0, 0];
  let [starAt, resumeAt] = [-1, 0];
  while (inText < text.length) {
    if (pattern[inPattern] === "*") {
      starAt = inPattern++;
      resumeAt = inText;
    } else if (inPattern < pattern.length && pattern[inPattern] === text[inText]) {
      inPattern++;
      inText++;
    } else if (starAt >= 0) {
      inPattern = starAt + 1;
      inText = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}
