import type { SiteService } from "@shapelog/site";
import { authEventService } from "../../../packages/site/test/auth-events.js";
import {
  enumShape,
  member,
  operation,
  recordEditions,
  service,
  simple,
  structure,
} from "../../../packages/site/test/model-builder.js";

/** What the vendor of the second service says when a field goes. */
export const SILENT_NOTE = "Faster cranes.";

/** A name that has nowhere to break. */
const LONG = `Inspect${"harborsandvessels".repeat(8)}`;

/** Returns three services: of one the vendor's note does not name what breaks, another one has long names. */
export function findServices(): SiteService[] {
  const shapes = (fields: readonly string[]) => [
    service("Harbor", ["ListBerths"], {
      title: "Harbor",
      "aws.api#service": { sdkId: "Harbor Master", endpointPrefix: "berths" },
    }),
    operation("ListBerths", []),
    structure("ListBerthsRequest", []),
    structure(
      "ListBerthsResponse",
      fields.map((name) => member(name, name === "State" ? "BerthState" : "Text")),
    ),
    enumShape("BerthState", ["Free", "Taken"]),
    simple("string", "Text"),
  ];
  const harbor = recordEditions("harbor", [
    { date: "2020-01-01", version: "1.14.0", shapes: shapes(["Name", "State", "Depth"]) },
    {
      date: "2021-02-03",
      version: "1.20.0",
      vendor: { source: "botocore", version: "1.20.0", text: SILENT_NOTE },
      shapes: shapes(["Name", "State"]),
    },
  ]);
  const long = recordEditions("long", [
    {
      date: "2022-01-01",
      version: "1.25.0-with-a-suffix-that-has-no-end-and-no-space-to-break-a-line-at",
      shapes: [
        service("Long", [LONG], { title: LONG }),
        operation(LONG, []),
        structure(`${LONG}Request`, [member(LONG, "Text")]),
        structure(`${LONG}Response`, []),
        simple("string", "Text"),
      ],
    },
  ]);
  return [
    authEventService(),
    { id: "long", ...long },
    { id: "harbor", formerIds: ["old-harbor"], ...harbor },
  ];
}
