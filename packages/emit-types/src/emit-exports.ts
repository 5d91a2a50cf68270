import { type CodeFile, stringLiteral } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";

/** The longest line we print where there is a choice. */
export const LINE_WIDTH = 110;

export interface ExportList {
  readonly keyword: "export" | "export type";
  readonly from: string;
  readonly names: readonly string[];
}

/** Prints an export list of another module's names, sorted, one to a line where they are many; nothing where there are none. */
export function emitExports(file: CodeFile, { keyword, from, names }: ExportList): void {
  if (names.length === 0) return;
  const sorted = [...names].sort(compareCodeUnits);
  const module = stringLiteral(from);
  const line = `${keyword} { ${sorted.join(", ")} } from ${module};`;
  if (line.length <= LINE_WIDTH) {
    file.line(line);
    return;
  }
  file.line(`${keyword} {`);
  for (const name of sorted) file.line(`  ${name},`);
  file.line(`} from ${module};`);
}
