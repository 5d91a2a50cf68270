import type { VNode } from "preact";
import { DocView } from "../../../doc/doc-view.js";
import { readDoc } from "../../../doc/read-doc.js";
import { visibleName } from "../../../names/visible-name.js";
import { CodeSample } from "../../../parts/code-sample.js";
import type { CodeSampleView, ExampleView } from "./create-examples.js";
import { LANGUAGES } from "./languages.js";

/** Shows the examples of an operation: the first one as code, and what is sent and answered; the others folded. */
export function ExampleSection({ examples }: { examples: readonly ExampleView[] }): VNode | null {
  const [first, ...others] = examples;
  if (!first) return null;
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">{others.length === 0 ? "Example" : "Examples"}</h2>
      {first.isMade ? (
        <p class="made">
          Made from the model, which has no example of its own: what is required and some of the rest, within
          the limits that the model states.
        </p>
      ) : null}
      <Example example={first} number={1} />
      {others.map((example, index) => (
        <details class="example-more">
          <summary>{visibleName(example.title)}</summary>
          <Example example={{ ...example, title: "" }} number={index + 2} />
        </details>
      ))}
    </section>
  );
}

function Example({ example, number }: { example: ExampleView; number: number }): VNode {
  const { title, text, samples, request, response, error } = example;
  return (
    <>
      {title === "" ? null : <h3>{visibleName(title)}</h3>}
      {text === undefined ? null : <DocView doc={readDoc(text)} />}
      {samples.length > 0 ? <Samples samples={samples} /> : null}
      {request === undefined ? null : (
        <CodeSample code={request} label="Request JSON" number={number} language="json" />
      )}
      {response === undefined ? null : (
        <CodeSample code={response} label="Response JSON" number={number} language="json" />
      )}
      {error ? (
        <CodeSample
          code={error.content}
          label={`${visibleName(error.name)} JSON`}
          number={number}
          language="json"
        />
      ) : null}
    </>
  );
}

/** All samples are there; the style sheet shows the one of the reader's language where scripts run. */
function Samples({ samples }: { samples: readonly CodeSampleView[] }): VNode {
  return (
    <div class="samples">
      {samples.length > 1 ? (
        <fieldset class="languages">
          <legend>Language of the sample</legend>
          {samples.map(({ language }, index) => (
            <label>
              <input type="radio" name="language" value={language} checked={index === 0} />
              <span>{LANGUAGES[language].label}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {samples.map(({ language, code }) => (
        <CodeSample
          code={code}
          label={LANGUAGES[language].label}
          language={LANGUAGES[language].tokens}
          data-language={language}
        />
      ))}
    </div>
  );
}
