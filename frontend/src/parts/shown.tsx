import type { ComponentChildren } from "preact";
import { ApiError } from "../data/client";
import type { Answer } from "../data/use-api";
import { t } from "../strings";

/** An answer's content; while it is asked for or where it failed, that. */
export function Shown<T>({ answer, children }: { answer: Answer<T>; children: (data: T) => ComponentChildren }) {
  if (answer.error) return <Failure error={answer.error} again={answer.again} />;
  if (!answer.data) return <p class="soft" role="status">{t("loading")}</p>;
  return <>{children(answer.data)}</>;
}

/** What went wrong and what to do next; what a program would ask for next helps nobody who reads a page. */
export function Failure({ error, again }: { error: Error; again?: () => void }) {
  const told = error instanceof ApiError;
  return (
    <div class="notice bad" role="alert">
      <p>{told ? error.message : t("error.network")}</p>
      {told && error.nextStep && !error.nextStep.startsWith("GET ") ? <p class="soft">{error.nextStep}</p> : null}
      {again ? <button type="button" onClick={again}>{t("again")}</button> : null}
    </div>
  );
}
