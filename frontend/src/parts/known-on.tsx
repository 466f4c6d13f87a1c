import { setQuery, where } from "../router";
import { t } from "../strings";

/** "As known on": the same view with what had been reported by a day. */
export function KnownOn() {
  const day = where.value.query.get("as_known") ?? "";
  return (
    <div class="row small noprint">
      <label>{t("as_known")} <input type="date" value={day} onChange={(event) => setQuery({ as_known: event.currentTarget.value || null })} /></label>
      {day ? <button type="button" onClick={() => setQuery({ as_known: null })}>{t("as_known.clear")}</button> : null}
    </div>
  );
}
