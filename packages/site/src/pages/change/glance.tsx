import { count, VERDICT_WORDS, VERDICTS } from "@shapelog/diff";
import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import { Badge, NameText, PathText } from "../../parts/marks.js";
import { countOperations, describeGroup, type EntryGroup } from "../../views/group-entries.js";

/** Shows all entries of a change in a line each, with links to them. */
export function Glance({ groups, total }: { groups: readonly EntryGroup[]; total: number }): VNode {
  return (
    <section aria-labelledby="glance">
      <h2 id="glance">
        At a glance <span class="more">{total.toLocaleString("en-US")}</span>
      </h2>
      <ol class="glance">
        {groups.map((group) => (
          <li>
            <Badge verdict={group.verdict} />
            <a href={`#${group.id}`}>
              <PathText path={group.name} />
            </a>
            <span class="glance-what">{visibleName(describeGroup(group))}</span>
            <span class="glance-where">
              <NameText name={whereText(group)} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Returns whom a group reaches, in words. */
export function whereText(group: EntryGroup): string {
  const { count: operations, only } = countOperations(group);
  if (only !== undefined) return only;
  return operations === 0 ? "" : count(operations, "operation");
}

/** Shows what narrows a long list of entries down and folds it; the script makes it work. */
export function EntryTools({ groups }: { groups: readonly EntryGroup[] }): VNode {
  const verdicts = VERDICTS.filter((verdict) => groups.some((group) => group.verdict === verdict));
  return (
    <div class="entry-tools" data-entry-tools hidden>
      <label>
        Filter <input type="search" data-filter="entry" placeholder="Name, operation or words" />
      </label>
      {verdicts.length > 1 ? (
        <fieldset>
          <legend>Verdicts</legend>
          {verdicts.map((verdict) => (
            <label>
              <input type="checkbox" data-verdict={verdict} checked /> {VERDICT_WORDS[verdict]}
            </label>
          ))}
        </fieldset>
      ) : null}
      <button type="button" data-fold aria-expanded="false">
        Expand all
      </button>
      <p class="more" role="status" data-filter-status></p>
    </div>
  );
}
