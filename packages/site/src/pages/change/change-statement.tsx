import { nameVendor } from "@shapelog/ledger";
import type { VNode } from "preact";
import { DocView, Message } from "../../doc/doc-view.js";
import { visibleName } from "../../names/visible-name.js";
import { Code } from "../../parts/marks.js";
import {
  type ChangeView,
  introduceVendor,
  OUR_NOTE,
  type VendorView,
  verdictSentences,
} from "./change-view.js";

/** Shows a change in words: its headline, what it means, our note and the vendor's. Feeds carry it too. */
export function ChangeStatement({ view }: { view: ChangeView }): VNode {
  const { summary, note, vendor } = view;
  return (
    <>
      <p class="lede">
        <Message text={summary.headline} />
        {summary.more > 0 ? <span class="more"> And {summary.more} more.</span> : null}
      </p>
      <div class="verdict">
        {verdictSentences(view).map((text) => (
          <p>
            <Message text={text} />
          </p>
        ))}
      </div>
      {note ? (
        <figure class="note">
          <figcaption>{OUR_NOTE}</figcaption>
          <DocView doc={note} />
        </figure>
      ) : null}
      {vendor ? <Vendor vendor={vendor} /> : null}
    </>
  );
}

/** Shows what the vendor says as a quotation, or where to read it. */
function Vendor({ vendor }: { vendor: VendorView }): VNode {
  const { text } = vendor;
  if (!text)
    return (
      <p class="vendor">
        {introduceVendor(vendor)} <VendorPlace vendor={vendor} />.
      </p>
    );
  return (
    <figure class="note vendor">
      <figcaption>
        {introduceVendor(vendor)} <VendorPlace vendor={vendor} />
      </figcaption>
      <blockquote {...(vendor.address === undefined ? {} : { cite: vendor.address })}>
        <DocView doc={text} />
      </blockquote>
    </figure>
  );
}

function VendorPlace({ vendor }: { vendor: VendorView }): VNode {
  const { file, address } = vendor;
  return (
    <>
      {visibleName(nameVendor(vendor))}
      {file === undefined ? null : ", "}
      {file === undefined ? null : address === undefined ? (
        <Code value={file} />
      ) : (
        <a href={address} rel="nofollow noreferrer">
          <Code value={file} />
        </a>
      )}
    </>
  );
}
