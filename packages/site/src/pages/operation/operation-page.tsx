import type { ComponentChildren, VNode } from "preact";
import { LeadDoc } from "../../doc/doc-view.js";
import { visibleName } from "../../names/visible-name.js";
import { HistoryList } from "../../parts/history-list.js";
import type { Link } from "../../parts/link.js";
import { Badge, MomentLink, MomentText, NameText } from "../../parts/marks.js";
import { Deprecation } from "../../parts/node-facts.js";
import { TreeList, type TreeSetting } from "../../parts/tree-list.js";
import type { ServiceRecord } from "../../record/service-record.js";
import type { TreeNode } from "../../tree/shape-tree.js";
import type { HistoryRow } from "../../views/history-row.js";
import type { SpanView } from "../../views/span-view.js";
import type { ErrorNode, OperationView } from "./operation-view.js";
import { ExampleSection } from "./samples/example-section.js";

/** Shows an operation. */
export function OperationPage({
  view,
  record,
  link,
}: {
  view: OperationView;
  record: ServiceRecord;
  link: Link;
}): VNode {
  const { stretches, at } = view.record;
  const { spans } = view;
  const setting = { record, at, born: stretches.at(-1)?.from ?? 0, link };
  return (
    <>
      <p class="eyebrow">Operation</p>
      <h1 class="mono">
        {view.removed ? (
          <del>
            <NameText name={view.name} />
          </del>
        ) : (
          <NameText name={view.name} />
        )}
      </h1>
      <StatusStrip spans={spans} history={view.history} link={link} />
      {view.removed ? <Tombstone what="operation" span={spans.at(-1)} /> : null}
      {view.deprecated ? <Deprecation {...view.deprecated} /> : null}
      {view.doc ? <LeadDoc doc={view.doc} /> : null}
      {view.http === undefined ? null : (
        <p class="http">
          <code>{visibleName(view.http)}</code>
        </p>
      )}
      <ExampleSection examples={view.examples} />
      <div class="tree-tools">
        <button
          type="button"
          data-expand
          aria-expanded="false"
          aria-controls="request response errors"
          hidden
        >
          Expand all
        </button>
      </div>
      <MemberSection
        id="request"
        title="Request"
        nodes={view.request}
        setting={{ ...setting, direction: "request" }}
      />
      <MemberSection
        id="response"
        title="Response"
        nodes={view.response}
        setting={{ ...setting, direction: "response" }}
      />
      <ErrorSection errors={view.errors} setting={{ ...setting, direction: "response" }} />
      <section aria-labelledby="history">
        <h2 id="history">History</h2>
        <HistoryList history={view.history} link={link} whole={view.historyUrl} />
        {view.historyUrl === undefined ? null : (
          <p>
            <a href={link(view.historyUrl)}>History as a timeline</a>
          </p>
        )}
      </section>
    </>
  );
}

/** Shows since when, changed when, and what still asks for attention. */
export function StatusStrip({
  spans,
  history,
  link,
}: {
  spans: readonly SpanView[];
  history: readonly HistoryRow[];
  link: Link;
}): VNode {
  const span = spans.at(-1);
  const telling = history.filter(({ verdict }) => verdict === "breaking" || verdict === "check");
  const [changed] = history.filter(({ lines }) => lines.length > 0);
  return (
    <dl class="status">
      {span?.since ? (
        <Stat term={span.fromStart ? "On record since" : "Since"}>
          <MomentLink moment={span.since} link={link} />
          {span.fromStart ? <span class="start-note">where this record begins</span> : null}
        </Stat>
      ) : null}
      {span?.removed ? (
        <Stat term="Removed">
          <MomentLink moment={span.removed} link={link} />
        </Stat>
      ) : null}
      {changed ? (
        <Stat term="Last changed">
          <a href={link(changed.url)}>
            <MomentText moment={changed.moment} />
          </a>
        </Stat>
      ) : null}
      {telling[0] ? (
        <Stat term="Last that needs a look">
          <a href={link(telling[0].url)}>
            <MomentText moment={telling[0].moment} />
          </a>{" "}
          <Badge verdict={telling[0].verdict} />
        </Stat>
      ) : null}
    </dl>
  );
}

function Stat({ term, children }: { term: string; children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Says that something is no longer there. */
export function Tombstone({ what, span }: { what: string; span: SpanView | undefined }): VNode {
  return (
    <p class="tombstone">
      <span class="sign">−</span> This {what} was removed
      {span?.removed ? (
        <>
          {" "}
          on <MomentText moment={span.removed} />
        </>
      ) : null}
      . What follows is how it was last.
    </p>
  );
}

function MemberSection({
  id,
  title,
  nodes,
  setting,
}: {
  id: string;
  title: string;
  nodes: readonly TreeNode[];
  setting: TreeSetting;
}): VNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {nodes.length === 0 ? <p class="empty">No members.</p> : <TreeList nodes={nodes} {...setting} />}
    </section>
  );
}

function ErrorSection({ errors, setting }: { errors: readonly ErrorNode[]; setting: TreeSetting }): VNode {
  const nodes = errors.map(
    (error): TreeNode => ({
      ...error,
      ...{ path: "", required: false, values: [], moreValues: 0, more: undefined },
      type: { ...error.type, name: error.status === undefined ? "error" : `error, HTTP ${error.status}` },
      constraints: [],
    }),
  );
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">Errors</h2>
      {nodes.length === 0 ? (
        <p class="empty">None in the model.</p>
      ) : (
        <TreeList nodes={nodes} open={false} {...setting} />
      )}
    </section>
  );
}
