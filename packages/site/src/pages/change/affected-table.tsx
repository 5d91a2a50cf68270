import { count } from "@shapelog/diff";
import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { Badge, Code, joinNodes, PathText } from "../../parts/marks.js";
import { ScrollRegion } from "../../parts/scroll-region.js";
import { describeMore, type EntryView, type PlaceView } from "../../views/entry-view.js";

const MOST_ROWS = 200;

interface AffectedRow {
  readonly entry: EntryView;
  readonly place: PlaceView | undefined;
}

/** Shows every place a change is met at. */
export function AffectedTable({ entries, link }: { entries: readonly EntryView[]; link: Link }): VNode {
  const rows = entries.flatMap((entry): AffectedRow[] =>
    entry.places.length === 0
      ? [{ entry, place: undefined }]
      : entry.places.map((place) => ({ entry, place })),
  );
  const isWhole = entries.every((entry) => describeMore(entry) === undefined);
  return (
    <section aria-labelledby="affected">
      <h2 id="affected">Affected operations</h2>
      <ScrollRegion labelledBy="affected-caption">
        <table class="affected">
          <caption id="affected-caption">
            {isWhole
              ? "Every place this change is met at, worst first"
              : "Places this change is met at, worst first; the others are counted below"}
          </caption>
          <thead>
            <tr>
              <th scope="col">Path</th>
              <th scope="col">Operation</th>
              <th scope="col">Direction</th>
              <th scope="col">Change</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(({ entry, place }) => (
              <tr>
                <th scope="row">
                  <a href={`#${entry.id}`}>
                    <PathText path={place && place.path !== "" ? place.path : entry.name} />
                  </a>
                </th>
                <td>
                  {place?.operation.url ? (
                    <a href={link(place.operation.url)}>{visibleName(place.operation.name)}</a>
                  ) : (
                    visibleName(place?.operation.name ?? operationNames(entry))
                  )}
                </td>
                <td>{place?.direction ?? entry.direction ?? "–"}</td>
                <td class="delta">
                  <Delta entry={entry} />
                </td>
                <td>
                  <Badge verdict={entry.verdict} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length > MOST_ROWS ? (
        <p>And {rows.length - MOST_ROWS} more places, listed below and in this page’s JSON.</p>
      ) : null}
    </section>
  );
}

function operationNames({ operations }: EntryView): string {
  const [first] = operations;
  return operations.length === 1 && first ? first.name : count(operations.length, "operation");
}

function Delta({ entry }: { entry: EntryView }): VNode {
  const changed =
    entry.facts.length > 0 ? [...new Set(entry.facts.map(({ sign, label }) => `${sign} ${label}`))] : [];
  return (
    <>
      {entry.removed.length > 0 ? (
        <span class="delta-line">
          <span class="sign">−</span> removed{" "}
          {joinNodes(
            entry.removed.map((value) => (
              <del>
                <Code value={value} />
              </del>
            )),
          )}
        </span>
      ) : null}
      {entry.added.length > 0 ? (
        <span class="delta-line">
          <span class="sign">+</span> added{" "}
          {joinNodes(
            entry.added.map((value) => (
              <ins>
                <Code value={value} />
              </ins>
            )),
          )}
        </span>
      ) : null}
      {changed.map((text) => (
        <span class="delta-line">{text}</span>
      ))}
    </>
  );
}
