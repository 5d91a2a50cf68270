import { FileUp, Plug } from "lucide-react";
import { Button, FileTrigger } from "react-aria-components";
import type { Credentials, Target } from "../service/endpoint.js";
import { ConnectForm } from "./connect-form.js";

interface StartPageProps {
  readonly target: Target;
  readonly onFile: (file: File) => void;
  readonly onConnect: (target: Target, credentials: Credentials, keep: boolean) => void;
}

/** Where to take events from: an export, or the service. */
export function StartPage({ target, onFile, onConnect }: StartPageProps) {
  return (
    <div className="start">
      <div className="start-intro">
        <h2>Whose events do you want to look into?</h2>
        <p>
          Sign-ins, sign-ups, resets and password changes of one user, with what threat protection thought of
          each. All is read, searched and kept in this tab alone.
        </p>
      </div>
      <section className="card start-card" aria-labelledby="open-title">
        <h3 id="open-title">
          <FileUp size={18} aria-hidden="true" /> Open an export
        </h3>
        <p>
          JSON lines of events or pages, or what <code>aws cognito-idp admin-list-user-auth-events</code>{" "}
          prints. Drop the file anywhere here, or choose it.
        </p>
        <div className="start-actions">
          <FileTrigger onSelect={(files) => files?.[0] && onFile(files[0])}>
            <Button className="button primary">Choose a file</Button>
          </FileTrigger>
          <Button className="button" onPress={() => void openSample(onFile)}>
            Look at a sample
          </Button>
        </div>
      </section>
      <section className="card start-card" aria-labelledby="ask-title">
        <h3 id="ask-title">
          <Plug size={18} aria-hidden="true" /> Ask the service
        </h3>
        <ConnectForm target={target} onConnect={onConnect} />
      </section>
    </div>
  );
}

async function openSample(open: (file: File) => void): Promise<void> {
  const response = await fetch("/sample.jsonl");
  open(new File([await response.blob()], "sample.jsonl"));
}
