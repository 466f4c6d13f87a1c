import { address } from "../data/client";
import type { Page, ReportRow } from "../data/types";
import { useApi } from "../data/use-api";
import { usePages } from "../data/use-pages";
import { Shown } from "../parts/shown";
import { useTitle } from "../parts/title";
import { Tools } from "../parts/tools";
import { reportUrl, setQuery, where } from "../router";
import { t } from "../strings";

export function ReportsPage() {
  const { query } = where.value;
  const asked = { q: query.get("q"), publisher: query.getAll("publisher") };
  const url = address("/reports", { ...asked, limit: 100 });
  const answer = useApi<Page<ReportRow>>(url);
  useTitle(t("nav.reports"));
  return (
    <>
      <div class="row apart"><h1>{t("nav.reports")}</h1><Tools csv={address("/reports.csv", asked)} /></div>
      <label class="small noprint">{t("report.filter")} <input type="search" value={asked.q ?? ""} onInput={(event) => setQuery({ q: event.currentTarget.value || null }, "replace")} /></label>
      <Shown answer={answer}>{(page) => <Rows key={url} page={page} url={url} />}</Shown>
    </>
  );
}

function Rows({ page, url }: { page: Page<ReportRow>; url: string }) {
  const { items, next, more } = usePages(page, url);
  return (
    <div class="scroll">
      <table>
        <thead><tr><th>{t("report.published")}</th><th>{t("nav.reports")}</th><th>{t("map.publisher")}</th><th class="num">{t("claims")}</th></tr></thead>
        <tbody>{items.map((one) => (
          <tr key={one.id}>
            <td class="num soft">{one.published_from ?? one.known ?? "–"}</td>
            <td><a href={reportUrl(one.id)} dir="auto">{one.title ?? one.name}</a> {one.origin && one.origin !== one.id ? <span class="tag">{t("report.copy.copy")}</span> : null}</td>
            <td><bdi>{one.publisher ?? "–"}</bdi></td><td class="num">{one.claims}</td>
          </tr>))}
        </tbody>
      </table>
      {next ? <p><button type="button" onClick={more}>{t("more")}</button></p> : null}
    </div>
  );
}
