import type { VNode } from "preact";
import { HistoryList } from "../../parts/history-list.js";
import type { Link } from "../../parts/link.js";
import { NameText } from "../../parts/marks.js";
import { Timeline } from "../../pictures/pictures.js";
import { StatusStrip, Tombstone } from "../operation/operation-page.js";
import type { OperationHistoryView } from "./operation-history-view.js";

/** So many changes say what happened; those before them say when. Keeps the page under 250 KB. */
const MOST_TOLD = 120;

/** Shows all that became of an operation. */
export function OperationHistoryPage({ view, link }: { view: OperationHistoryView; link: Link }): VNode {
  const { name, url, removed, spans, picture, history } = view;
  return (
    <>
      <p class="eyebrow">History</p>
      <h1 class="mono">
        {removed ? (
          <del>
            <NameText name={name} />
          </del>
        ) : (
          <NameText name={name} />
        )}
      </h1>
      <StatusStrip spans={spans} history={history} link={link} />
      {removed ? <Tombstone what="operation" span={spans.at(-1)} /> : null}
      {picture ? <Timeline view={picture} /> : null}
      <HistoryList history={history} link={link} told={MOST_TOLD} />
      <p>
        <a href={link(url)}>The operation as it is{removed ? " last known" : ""}</a>
      </p>
    </>
  );
}
