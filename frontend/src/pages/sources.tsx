import { address } from "../data/client";
import { sides, vocabulary } from "../data/shared";
import type { Page, SourceRow } from "../data/types";
import { useApi } from "../data/use-api";
import { Shown } from "../parts/shown";
import { Side } from "../parts/side";
import { useTitle } from "../parts/title";
import { Tools } from "../parts/tools";
import { setQuery, sourceUrl, where } from "../router";
import { t, tell } from "../strings";

export function SourcesPage() {
  const { query } = where.value;
  const asked = { q: query.get("q"), side: query.getAll("side"), kind: query.getAll("kind") };
  const answer = useApi<Page<SourceRow>>(address("/sources", { ...asked, limit: 300 }));
  useTitle(t("nav.sources"));
  return (
    <>
      <div class="row apart"><h1>{t("nav.sources")}</h1><Tools csv={address("/sources.csv", asked)} /></div>
      <p class="soft">{t("sources.lead")}</p>
      <div class="row small noprint">
        <label>{t("search")} <input type="search" value={asked.q ?? ""} onInput={(event) => setQuery({ q: event.currentTarget.value || null }, "replace")} /></label>
        <Choice label={t("sources.side")} value={asked.side[0]} of={[...sides.value, "none"]} name="side" />
        <Choice label={t("sources.kind")} value={asked.kind[0]} of={vocabulary.value?.kinds ?? []} name="kind" />
      </div>
      <Shown answer={answer}>{(page) => (
        <div class="scroll"><table>
          <thead><tr><th>{t("nav.sources")}</th><th>{t("sources.kind")}</th><th>{t("sources.side")}</th><th class="num">{t("claims")}</th><th class="num">{t("reports")}</th></tr></thead>
          <tbody>{page.items.map((one) => (
            <tr key={one.key}><td><a href={sourceUrl(one.key)}><bdi>{one.name}</bdi></a></td><td>{tell("kind", one.kind)}</td><td><Side side={one.side} /></td><td class="num">{one.claims}</td><td class="num">{one.reports}</td></tr>))}
          </tbody>
        </table></div>)}
      </Shown>
    </>
  );
}

function Choice({ label, value, of, name }: { label: string; value: string | undefined; of: string[]; name: string }) {
  return (
    <label>{label}{" "}
      <select value={value ?? ""} onChange={(event) => setQuery({ [name]: event.currentTarget.value || null })}>
        <option value="">{t("all")}</option>
        {of.map((one) => <option key={one} value={one}>{name === "side" && one === "none" ? t("side.none") : name === "kind" ? tell("kind", one) : one}</option>)}
      </select>
    </label>
  );
}
