import { address } from "../data/client";
import { disputeLabel } from "../data/labels";
import { vocabulary } from "../data/shared";
import type { Dispute, Page } from "../data/types";
import { useApi } from "../data/use-api";
import { usePages } from "../data/use-pages";
import { DisputeCard } from "../parts/dispute-card";
import { KnownOn } from "../parts/known-on";
import { Shown } from "../parts/shown";
import { useTitle } from "../parts/title";
import { Tools } from "../parts/tools";
import { setQuery, where } from "../router";
import { t } from "../strings";

export function DisputesPage() {
  const { query } = where.value;
  const asked = { what: query.getAll("what"), place: query.get("place"), as_known: query.get("as_known") };
  const url = address("/disputes", { ...asked, limit: 50 });
  const answer = useApi<Page<Dispute>>(url);
  useTitle(t("nav.disputes"));
  return (
    <>
      <div class="row apart"><h1>{t("nav.disputes")}</h1><Tools csv={address("/disputes.csv", asked)} /></div>
      <p class="soft">{t("disputes.lead")}</p>
      <div class="row noprint">
        <label class="small">{t("disputes.what")}{" "}
          <select value={asked.what[0] ?? ""} onChange={(event) => setQuery({ what: event.currentTarget.value || null })}>
            <option value="">{t("all")}</option>
            {vocabulary.value?.disputes.map((one) => <option key={one.id} value={one.id}>{disputeLabel(one.id)}</option>)}
          </select>
        </label>
        <KnownOn />
      </div>
      <Shown answer={answer}>{(page) => <Cards key={url} page={page} url={url} />}</Shown>
    </>
  );
}

function Cards({ page, url }: { page: Page<Dispute>; url: string }) {
  const { items, next, more } = usePages(page, url);
  return (
    <>
      <p class="soft small">{items.length} {t("of")} {page.total}</p>
      {items.map((one) => <DisputeCard key={`${one.what} ${one.contradictions[0]?.claim} ${one.contradictions[0]?.other}`} dispute={one} />)}
      {items.length === 0 ? <p class="soft">{t("empty")}</p> : null}
      {next ? <p class="noprint"><button type="button" onClick={more}>{t("more")}</button></p> : null}
    </>
  );
}
