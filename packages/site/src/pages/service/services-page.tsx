import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { NameFilter } from "../../parts/name-lists.js";
import { PageLinks } from "../../parts/page-links.js";
import { ScrollRegion } from "../../parts/scroll-region.js";
import type { CountedService, ServicesView } from "./services-view.js";

/** So many services are seen without a filter. */
const FEW = 12;

/** Shows services. */
export function ServicesPage({ view, link }: { view: ServicesView; link: Link }): VNode {
  return (
    <>
      <h1>Services</h1>
      {view.services.length > FEW ? <NameFilter label="Filter services" of="services" /> : null}
      <ServiceTable services={view.services} link={link} />
      {view.until === undefined ? null : (
        <p class="more">The last 12 months end with the newest change of this site, {view.until}.</p>
      )}
      <PageLinks {...view} link={link} />
    </>
  );
}

/** Shows services as a table. */
export function ServiceTable({ services, link }: { services: readonly CountedService[]; link: Link }): VNode {
  return (
    <ScrollRegion labelledBy="services-caption">
      <table class="services">
        <caption id="services-caption">Services with their operations and changes</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" class="number">
              Operations
            </th>
            <th scope="col" class="number">
              Breaking in 12 months
            </th>
            <th scope="col">Last change</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ service, operations, breaking, changed }) => (
            <tr>
              <th scope="row">
                <a href={link(service.url)}>{visibleName(service.title)}</a>
              </th>
              <td class="number">{operations.toLocaleString("en-US")}</td>
              <td class="number">{breaking.toLocaleString("en-US")}</td>
              <td>{changed ? <a href={link(changed.url)}>{changed.date}</a> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
