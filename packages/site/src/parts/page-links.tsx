import type { VNode } from "preact";
import type { Link } from "./link.js";

/** Shows where in a list of pages one is, and leads to the others. */
export function PageLinks({
  page,
  pages,
  urls,
  link,
}: {
  page: number;
  pages: number;
  urls: readonly string[];
  link: Link;
}): VNode | null {
  if (pages < 2) return null;
  const at = (each: number) => link(urls[each - 1] ?? "/");
  return (
    <nav class="pagination" aria-label="Pages">
      {page > 1 ? (
        <a href={at(page - 1)} rel="prev">
          Previous
        </a>
      ) : null}
      <ol>
        {choosePages(page, pages).map((each) => (
          <li>
            {each === undefined ? (
              "…"
            ) : (
              <a
                href={at(each)}
                aria-label={`Page ${each}`}
                {...(each === page ? { "aria-current": "page" as const } : {})}
              >
                {each}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a href={at(page + 1)} rel="next">
          Next
        </a>
      ) : null}
    </nav>
  );
}

/** Returns the first page, the last, and those around; `undefined` stands for pages between. */
export function choosePages(page: number, pages: number): (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((each, index) => {
    const gap = each - (shown[index - 1] ?? 0);
    return gap === 2 ? [each - 1, each] : gap > 2 ? [undefined, each] : [each];
  });
}
