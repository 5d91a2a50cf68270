import { useState } from "react";
import { Button } from "react-aria-components";
import { shortenText } from "../events/visible-text.js";

const SHOWN = 300;
const SHOWN_MORE = 20_000;

/** A text of the data. Most of a very long one is shown on demand alone. */
export function LongText({ text }: { readonly text: string }) {
  const [isLong, setLong] = useState(false);
  if (text === "") return <span className="muted">empty</span>;
  const limit = isLong ? SHOWN_MORE : SHOWN;
  return (
    <>
      <bdi className="long-text">{shortenText(text, limit)}</bdi>
      {text.length > limit ? (
        <span className="muted"> {text.length.toLocaleString("en")} characters </span>
      ) : null}
      {text.length > SHOWN ? (
        <Button className="link" onPress={() => setLong(!isLong)}>
          {isLong ? "Show less" : "Show more"}
        </Button>
      ) : null}
    </>
  );
}
