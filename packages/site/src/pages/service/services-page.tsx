import type { VNode } from "preact";
import { visibleName } from "../../names/visible-name.js";
import type { Link } from "../../parts/link.js";
import { ScrollRegion } from "../../parts/scroll-region.js";
import type { ServiceRow, ServicesView } from "./services-view.js";

/** Shows all services. */
export function ServicesPage({ view, link }: { view: ServicesView; link: Link }): VNode {
  return (
    <>
      <h1>Services</h1>
      <ServiceTable services={view.services} link={link} />
    </>
  );
}

/** Shows services as a table. */
export function ServiceTable({ services, link }: { services: readonly ServiceRow[]; link: Link }): VNode {
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
              Types
            </th>
            <th scope="col" class="number">
              Breaking changes
            </th>
            <th scope="col">Last change</th>
          </tr>
        </thead>
        <tbody>
          {services.map(({ service, operations, types, breaking, changed }) => (
            <tr>
              <th scope="row">
                <a href={link(service.url)}>{visibleName(service.title)}</a>
              </th>
              <td class="number">{operations.toLocaleString("en-US")}</td>
              <td class="number">{types.toLocaleString("en-US")}</td>
              <td class="number">{breaking.toLocaleString("en-US")}</td>
              <td>
                {changed ? (
                  <a href={link(changed.url)}>
                    <time dateTime={changed.date}>{changed.date}</time>
                  </a>
                ) : (
                  "–"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
