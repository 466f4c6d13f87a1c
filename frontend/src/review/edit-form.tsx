import { useState } from "preact/hooks";
import { eventLabel } from "../data/labels";
import { vocabulary } from "../data/shared";
import type { ClaimRow } from "../data/types";
import { t } from "../strings";

type Values = Record<string, string | null>;

/** Fields that a review may correct; those left as they are are not sent. */
export function EditForm({ claim, save, cancel }: { claim: ClaimRow; save: (values: Values) => void; cancel: () => void }) {
  const [values, set] = useState<Values>({});
  const change = (id: string, value: string | null | undefined): void => {
    const next = { ...values };
    if (value === undefined) delete next[id];
    else next[id] = value;
    set(next);
  };
  return (
    <form class="card" onSubmit={(event) => { event.preventDefault(); save(values); }} onKeyDown={(event) => { if (event.key === "Escape") cancel(); }}>
      <div class="side-by-side">
        {vocabulary.value?.fields.map((field, index) => (
          <label class="small" key={field.id}>{field.id.replaceAll("_", " ")}
            {field.choices ? (
              <select style={{ width: "100%" }} autoFocus={index === 0} value={field.id in values ? (values[field.id] ?? "\0") : ""} onChange={(event) => { const value = event.currentTarget.value; change(field.id, value === "" ? undefined : value === "\0" ? null : value); }}>
                <option value="">{t("review.as_is")}{now(claim, field.id)}</option>
                {field.may_be_none ? <option value={"\0"}>{t("review.take_away")}</option> : null}
                {field.choices.map((one) => <option key={one} value={one}>{field.id === "event" ? eventLabel(one) : one}</option>)}
              </select>
            ) : (
              <input style={{ width: "100%" }} value={values[field.id] ?? ""} placeholder={now(claim, field.id).replace(/^: /, "") || t("review.as_is")} onInput={(event) => change(field.id, event.currentTarget.value || undefined)} />
            )}
          </label>))}
      </div>
      <div class="row" style={{ marginTop: "8px" }}><button class="main" type="submit" disabled={Object.keys(values).length === 0}>{t("review.save")}</button><button type="button" onClick={cancel}>{t("close")}</button></div>
    </form>
  );
}

function now(claim: ClaimRow, field: string): string {
  const told: Record<string, string | null | undefined> = {
    event: eventLabel(claim.event), stance: claim.stance, place_name: claim.place?.name, source_name: claim.source?.name, actor_name: claim.actor?.name, target_name: claim.target?.name, time_from: claim.time?.from, time_to: claim.time?.to,
  };
  return told[field] ? `: ${told[field]}` : "";
}
